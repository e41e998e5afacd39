import type { Session } from "@flint/client";

export interface SessionFlags {
  readonly model?: string;
  readonly url?: string;
}

/** Runs `work` in a session of the server at `--url`, or of one in this process. */
export async function withSession(
  flags: SessionFlags,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  // Loaded here, so that input which cannot be edited is refused at once.
  const { initializeSession } = await import("../sdk/index.ts");
  const url = flags.url ?? process.env.FLINT_URL;
  const session = await initializeSession({
    ...(url && { url }),
    ...(flags.model !== undefined && { model: flags.model }),
  });
  try {
    await work(session);
  } finally {
    await session.close();
  }
}
