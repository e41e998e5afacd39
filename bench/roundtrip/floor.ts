import type { CreateBody } from "@flint/protocol";
import { connectWebSocket } from "./clients.ts";
import { inputOf, SHAPES, settings, TURNS } from "./conversation.ts";
import type { ServerProcess } from "./server-process.ts";

/**
 * Measures roundtrips without any work, in milliseconds: a turn's request goes to a bare socket that parses it and
 * replies with prepared events. The client does the same as otherwise.
 */
export class Floor {
  readonly #port: number;

  private constructor(port: number) {
    this.#port = port;
  }

  static async of(server: ServerProcess): Promise<Floor> {
    const frames: string[] = [];
    const client = await connectWebSocket(server.port, (frame) => frames.push(frame));
    try {
      await client.create(requestOf(0, null));
    } finally {
      client.close();
    }
    return new Floor(await server.bareSocket(frames));
  }

  async run(): Promise<number[]> {
    const client = await connectWebSocket(this.#port);
    const times: number[] = [];
    try {
      for (let turn = 0; turn < TURNS; turn++) {
        const body = requestOf(turn, "call_1_1");
        const start = performance.now();
        await client.create(body);
        times.push(performance.now() - start);
      }
    } finally {
      client.close();
    }
    return times;
  }
}

function requestOf(turn: number, callId: string | null): CreateBody {
  return { ...settings, input: [inputOf(SHAPES.fromNothing, turn, callId)] };
}
