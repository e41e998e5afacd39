import { spread } from "../measure/index.ts";
import { connectWebSocket } from "./clients.ts";
import { settings } from "./conversation.ts";
import type { ServerProcess } from "./server-process.ts";

/** Responses of one conversation. */
const DEPTH = 1_000;
/** Number of responses compared: those after the first `SHARE`, and the last. */
const SHARE = 100;

/**
 * Resolves to how much longer a short turn takes at the end of a chain of {@link DEPTH} responses than near its
 * beginning.
 */
export async function chainGrowth(server: ServerProcess): Promise<number> {
  const client = await connectWebSocket(server.port);
  const times: number[] = [];
  let previous: string | null = null;
  try {
    for (let turn = 0; turn < DEPTH; turn++) {
      const start = performance.now();
      const { id } = await client.create({
        ...settings,
        input: "Go on.",
        ...(previous !== null && { previous_response_id: previous }),
      });
      times.push(performance.now() - start);
      previous = id;
    }
  } finally {
    client.close();
  }
  return spread(times.slice(-SHARE)).median / spread(times.slice(SHARE, 2 * SHARE)).median;
}
