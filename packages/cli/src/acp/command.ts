import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { DEFAULT_MAX_MESSAGE_BYTES, MessageTooLargeError, ndJsonStream } from "@agentclientprotocol/sdk";
import type { Session } from "@flint/client";
import { CliError } from "../error/index.ts";
import { packageRoot } from "../package-root.ts";
import { createAgent } from "./agent.ts";

export interface AcpFlags {
  readonly model?: string;
  readonly url?: string;
}

/**
 * `flint acp`: serves one editor on stdin and stdout until it disconnects. All other output goes to stderr.
 * @throws {CliError} `message_too_large`
 */
export async function acpCommand(flags: AcpFlags): Promise<void> {
  let opening: Promise<Session> | null = null;
  const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
  const agent = createAgent({
    version,
    model: flags.model,
    open: () => {
      opening = openSession(flags, connection.signal);
      return opening;
    },
  });
  const connection = agent.connect(
    ndJsonStream(Writable.toWeb(process.stdout), Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>),
  );
  const hangUp = (signal: NodeJS.Signals) => {
    if (connection.signal.aborted) process.exit(signal === "SIGINT" ? 130 : 143);
    connection.close();
  };
  process.on("SIGINT", hangUp).on("SIGTERM", hangUp);
  try {
    await connection.closed;
  } finally {
    // Close it even if the editor left while it was opening. If opening fails, there is nothing to close.
    const session = await (opening as Promise<Session> | null)?.catch(() => null);
    await session?.close();
  }
  if (!(connection.signal.reason instanceof MessageTooLargeError)) return;
  const most = DEFAULT_MAX_MESSAGE_BYTES / 2 ** 20;
  throw new CliError(
    "message_too_large",
    `the editor sent a message of more than ${most} MiB, which ends the connection: attach less at once`,
  );
}

/** `signal` aborts waiting for a server that does not respond. */
async function openSession(flags: AcpFlags, signal: AbortSignal): Promise<Session> {
  const { initializeSession } = await import("../sdk/index.ts");
  const url = flags.url ?? process.env.FLINT_URL;
  return initializeSession({
    signal,
    ...(url && { url }),
    ...(flags.model !== undefined && { model: flags.model }),
  });
}
