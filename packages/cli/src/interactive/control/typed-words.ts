import type { SessionLog } from "./session-log.ts";

/** The words at the head of the typed line are an instruction now; what was typed after them stays. */
export function takeWords(log: SessionLog, words: string): void {
  const typed = log.state.typed.trimStart();
  if (words === "" || !typed.startsWith(words)) return;
  log.tell({ type: "typed", text: typed.slice(words.length).trimStart() });
}

/** Words that nothing took are in the typed line again, before what is there. */
export function giveBackWords(log: SessionLog, words: readonly string[]): void {
  if (words.length === 0) return;
  const { typed } = log.state;
  log.tell({ type: "typed", text: [...words, ...(typed.trim() === "" ? [] : [typed])].join("\n") });
}
