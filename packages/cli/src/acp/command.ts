import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { ndJsonStream } from "@agentclientprotocol/sdk";
import type { Session } from "@flint/client";
import { packageRoot } from "../package-root.ts";
import { createAgent } from "./agent.ts";

export interface AcpFlags {
  readonly model?: string;
  readonly url?: string;
}

/** `flint acp`: serves one editor on stdin and stdout until it hangs up. Everything else that is said goes to stderr. */
export async function acpCommand(flags: AcpFlags): Promise<void> {
  let session: Session | null = null;
  const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
  const agent = createAgent({
    version,
    open: async () => {
      const { initializeSession } = await import("../sdk/index.ts");
      const url = flags.url ?? process.env.FLINT_URL;
      session = await initializeSession({
        ...(url && { url }),
        ...(flags.model !== undefined && { model: flags.model }),
      });
      return session;
    },
  });
  const connection = agent.connect(
    ndJsonStream(Writable.toWeb(process.stdout), Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>),
  );
  const hangUp = () => connection.close();
  process.once("SIGINT", hangUp).once("SIGTERM", hangUp);
  try {
    await connection.closed;
  } finally {
    await (session as Session | null)?.close();
  }
}
