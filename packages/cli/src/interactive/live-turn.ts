import { type EditResult, type EditTurn, FlintError } from "@flint/client";
import { duration } from "../measure/index.ts";
import { LiveDiff, type Terminal, themeFor } from "../paint/index.ts";
import { takeKeys } from "./keyboard.ts";
import { TypedLine } from "./typed-line.ts";

export interface LiveTurnEnd {
  readonly result: EditResult;
  /** What was being typed when the edit ended. */
  readonly typed: string;
}

/**
 * Shows an edit while the model writes. Escape stops it; a line and Enter redirects it; Ctrl-C stops it, and
 * pressed again quits the program.
 */
export async function runLiveTurn(turn: EditTurn, title: string): Promise<LiveTurnEnd> {
  const line = new TypedLine();
  const terminal: Terminal & { isTTY?: boolean } = process.stdout;
  const live = new LiveDiff({
    terminal,
    theme: themeFor(terminal),
    title,
    hint: "type to redirect, Esc stops",
    preview: () => turn.preview(),
    footer: () => [`› ${line.text}▏`],
  });
  let stopping = false;
  const stop = () => {
    stopping = true;
    live.note("stopping");
    turn.interrupt().catch(tell);
  };
  const redirect = (text: string) => {
    live.note("redirecting");
    turn.steer(text).then(({ milliseconds }) => live.note(`redirected in ${duration(milliseconds)}`), tell);
  };
  // The turn itself ends with what went wrong, if it is worse than a request that came too late.
  const tell = (error: unknown) => live.note(error instanceof FlintError ? error.message : String(error));

  const releaseKeys = takeKeys(process.stdin, (chunk) => {
    for (const effect of line.type(chunk)) {
      if (effect.type === "submit") redirect(effect.text);
      else if (effect.type === "quit" && stopping) process.exit(130);
      else if (effect.type !== "changed" && !stopping) stop();
    }
    live.request();
  });
  const close = () => live.close();
  process.once("exit", close);
  try {
    for await (const event of turn) {
      if (event.type !== "timings") live.request();
    }
    return { result: await turn, typed: line.text };
  } finally {
    process.removeListener("exit", close);
    releaseKeys();
    live.close();
  }
}
