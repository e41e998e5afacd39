import type { Session } from "@flint/client";
import { UsageError } from "../error/index.ts";

export interface SessionFlags {
  readonly model?: string;
  readonly url?: string;
  readonly engine?: string;
}

/** Runs `work` in a session with the server at `--url`, or with one in this process in front of `--engine`. */
export async function withSession(
  flags: SessionFlags,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  const { engine, model } = flags;
  if (engine !== undefined && flags.url !== undefined) {
    throw new UsageError(
      "bad_option",
      "--url names a running flint serve, which has its own engine; leave out --engine",
    );
  }
  // Imported late, so that invalid input is rejected without the delay.
  const { initializeSession } = await import("../sdk/index.ts");
  const url = flags.url ?? (engine === undefined ? process.env.FLINT_URL : undefined);
  const session = await initializeSession({
    ...(url && { url }),
    ...(engine !== undefined && { engine }),
    ...(model !== undefined && { model }),
  });
  try {
    await work(session);
  } finally {
    await session.close();
  }
}
