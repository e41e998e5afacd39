import type { Session } from "@flint/client";
import { UsageError } from "../error/index.ts";

export interface SessionFlags {
  readonly model?: string;
  readonly url?: string;
  readonly engine?: string;
}

/** Runs `work` in a session of the server at `--url`, or of one in this process, before that of `--engine`. */
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
  // Loaded here, so that input which cannot be edited is refused at once.
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
