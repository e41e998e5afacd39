import type { EditEvent, EditResult, EditSetResult, EditSetTurn, EditTurn } from "@flint/client";
import { LiveDiff, type LiveDiffOptions, type Terminal, themeFor } from "../paint/index.ts";
import { turnOffEcho } from "./echo.ts";
import type { Interrupts } from "./interrupts.ts";

/** `fd`: its file descriptor. */
type PaintedTerminal = Terminal & { readonly isTTY?: boolean; readonly fd?: number };

/**
 * Paints an edit while the model writes. The callback passed to `edit` resolves to the result, after the terminal has
 * been restored.
 */
export async function watch(
  terminal: PaintedTerminal,
  title: string,
  interrupts: Interrupts,
  edit: (onTurn: (turn: EditTurn) => Promise<EditResult>) => Promise<void>,
): Promise<void> {
  let turn: EditTurn | null = null;
  const preview = () => turn?.preview() ?? null;
  await runPainted({ terminal, title: () => title, preview }, interrupts, async (live) => {
    await edit(async (started) => {
      turn = started;
      for await (const event of started) follow(event, live);
      live.close();
      return started;
    });
  });
}

/** Paints the edits of several files: the first unfinished one, and how many are finished. */
export function watchSet(
  terminal: PaintedTerminal,
  names: readonly string[],
  interrupts: Interrupts,
  set: EditSetTurn,
): Promise<EditSetResult> {
  const finished = new Set<EditTurn>();
  for (const turn of set.turns) {
    const end = () => finished.add(turn);
    turn.result.then(end, end);
  }
  const current = () => {
    const at = set.turns.findIndex((turn) => !finished.has(turn));
    return at === -1 ? set.turns.length - 1 : at;
  };
  const title = () => `${names[current()]} (${finished.size} of ${names.length} done)`;
  const preview = () => set.turns[current()]?.preview() ?? null;
  return runPainted({ terminal, title, preview }, interrupts, async (live) => {
    for await (const { path, event } of set) if (path === names[current()]) follow(event, live);
    return set;
  });
}

async function runPainted<Result>(
  shown: Pick<LiveDiffOptions, "title" | "preview"> & { terminal: PaintedTerminal },
  interrupts: Interrupts,
  work: (live: LiveDiff) => Promise<Result>,
): Promise<Result> {
  const live = new LiveDiff({ ...shown, theme: themeFor(shown.terminal), hint: "Ctrl-C stops" });
  live.note("starting");
  const { fd } = shown.terminal;
  const echo = fd === undefined ? () => {} : turnOffEcho(fd);
  interrupts.onStopping = () => live.note("stopping");
  // Restore the cursor even if the process exits immediately.
  const close = () => live.close();
  process.once("exit", close);
  try {
    return await work(live);
  } finally {
    process.removeListener("exit", close);
    live.close();
    echo();
  }
}

function follow(event: EditEvent, live: LiveDiff): void {
  if (event.type === "progress" && event.loading) {
    live.note(`loading ${event.loading.model}, ${Math.floor(event.loading.part * 100)} %`);
  } else if (event.type === "progress" && event.prefill) {
    live.note(`reading ${event.prefill.done} of ${event.prefill.total} tokens`);
  } else if (event.type === "text") live.note("");
  else live.request();
}
