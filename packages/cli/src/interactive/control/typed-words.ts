import type { SessionLog } from "./session-log.ts";

/** Removes words that became an instruction from the start of the typed line; text typed after them stays. */
export function removeWords(log: SessionLog, words: string): void {
  const typed = log.state.typed.trimStart();
  if (words === "" || !typed.startsWith(words)) return;
  log.tell({ type: "typed", text: typed.slice(words.length).trimStart() });
}

/** Puts words that were not used back into the typed line, before its current text. */
export function returnWords(log: SessionLog, words: readonly string[]): void {
  if (words.length === 0) return;
  const { typed } = log.state;
  log.tell({ type: "typed", text: [...words, ...(typed.trim() === "" ? [] : [typed])].join("\n") });
}
