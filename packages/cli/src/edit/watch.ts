import type { EditResult, EditTurn } from "@flint/client";
import { LiveDiff, type Terminal, themeFor } from "../paint/index.ts";

/** Paints the edit while the model writes, and gives its result; the terminal is then as it was before. */
export async function watch(
  turn: EditTurn,
  terminal: Terminal & { isTTY?: boolean },
  title: string,
): Promise<EditResult> {
  const live = new LiveDiff({
    terminal,
    theme: themeFor(terminal),
    title,
    hint: "Ctrl-C stops",
    preview: () => turn.preview(),
  });
  // Also when the process is told to quit at once: the cursor must come back.
  const close = () => live.close();
  process.once("exit", close);
  try {
    for await (const event of turn) {
      if (event.type === "progress" && event.prefill)
        live.note(`reading ${event.prefill.done} of ${event.prefill.total} tokens`);
      else if (event.type === "text") live.note("");
      else live.request();
    }
    return await turn;
  } finally {
    process.removeListener("exit", close);
    live.close();
  }
}
