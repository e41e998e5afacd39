import { once } from "node:events";
import { WebSocket } from "ws";
import type { Load } from "./load.ts";

/** Concurrent responses per socket, by the server's default limit. */
const LANES = 16;
const LANE = /"stream_id":"(\d+)"/;
const END = /"type":"(?:response\.(?:completed|incomplete|failed)|error)"/;

/**
 * Generates the same load as `load`, but over WebSockets whose lanes the answers share. Resolves to each answer's
 * first-token delay in milliseconds.
 */
export async function loadOverLanes(
  port: number,
  { streams, rounds, tokens, rate }: Load,
): Promise<number[]> {
  const sockets = await Promise.all(
    Array.from({ length: Math.ceil(streams / LANES) }, () => LaneSocket.open(port)),
  );
  const delays: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const answers = Array.from({ length: streams }, async (_, nth) => {
        await new Promise((resolve) => setTimeout(resolve, (nth / streams) * 1000));
        const socket = sockets[Math.floor(nth / LANES)];
        if (socket === undefined) throw new Error(`there is no socket for stream ${nth}`);
        return socket.answer(String(nth), tokens, rate);
      });
      delays.push(...(await Promise.all(answers)));
    }
  } finally {
    for (const socket of sockets) socket.close();
  }
  return delays;
}

interface Reader {
  /** Handles a frame of its lane as text: parsing would take CPU time from the servers. */
  frame(text: string, at: number): void;
  lost(error: Error): void;
}

class LaneSocket {
  readonly #socket: WebSocket;
  readonly #readers = new Map<string, Reader>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data) => {
      const frame = String(data);
      const lane = LANE.exec(frame)?.[1];
      if (lane !== undefined) this.#readers.get(lane)?.frame(frame, performance.now());
    });
    // One listener for all lanes: Node warns of a leak at more than ten per event.
    socket.on("close", () => {
      for (const reader of this.#readers.values()) reader.lost(new Error("the server closed the socket"));
    });
  }

  static async open(port: number): Promise<LaneSocket> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/responses`, { perMessageDeflate: false });
    await once(socket, "open");
    return new LaneSocket(socket);
  }

  /** Rejects unless all tokens arrive. */
  answer(lane: string, tokens: number, rate: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const began = performance.now();
      let first: number | null = null;
      const frame = (text: string, at: number): void => {
        if (text.includes('"type":"response.output_text.delta"')) first ??= at - began;
        if (!END.test(text)) return;
        this.#readers.delete(lane);
        if (first !== null && text.includes(`"output_tokens":${tokens},`)) resolve(first);
        else reject(new Error(`lane ${lane} did not say all of ${tokens} tokens: ${text}`));
      };
      this.#readers.set(lane, { frame, lost: reject });
      const asked = { model: "paced", store: false, input: "go", max_output_tokens: tokens };
      this.#socket.send(
        JSON.stringify({ type: "response.create", stream_id: lane, ...asked, flint: { seed: rate } }),
      );
    });
  }

  close(): void {
    this.#readers.clear();
    this.#socket.terminate();
  }
}
