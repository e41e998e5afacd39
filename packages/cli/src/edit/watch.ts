import type { EditResult, EditTurn } from "@flint/client";
import { LiveDiff, type Terminal, themeFor } from "../paint/index.ts";
import type { Interrupts } from "./interrupts.ts";

/**
 * Paints an edit while the model writes, from before it has begun. When the callback that it passes to `edit`
 * gives the result, the terminal is as it was before.
 */
export async function watch(
  terminal: Terminal & { isTTY?: boolean },
  title: string,
  interrupts: Interrupts,
  edit: (onTurn: (turn: EditTurn) => Promise<EditResult>) => Promise<void>,
): Promise<void> {
  let turn: EditTurn | null = null;
  const live = new LiveDiff({
    terminal,
    theme: themeFor(terminal),
    title,
    hint: "Ctrl-C stops",
    preview: () => turn?.preview() ?? null,
  });
  live.note("starting");
  interrupts.onStopping = () => live.note("stopping");
  // Also when the process is told to quit at once: the cursor must come back.
  const close = () => live.close();
  process.once("exit", close);
  try {
    await edit(async (started) => {
      turn = started;
      await follow(started, live);
      live.close();
      return started;
    });
  } finally {
    process.removeListener("exit", close);
    live.close();
  }
}

async function follow(turn: EditTurn, live: LiveDiff): Promise<void> {
  for await (const event of turn) {
    if (event.type === "progress" && event.loading) {
      live.note(`loading ${event.loading.model}, ${Math.floor(event.loading.part * 100)} %`);
    } else if (event.type === "progress" && event.prefill) {
      live.note(`reading ${event.prefill.done} of ${event.prefill.total} tokens`);
    } else if (event.type === "text") live.note("");
    else live.request();
  }
}
