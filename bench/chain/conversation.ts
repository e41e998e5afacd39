import type { CreateBody } from "@flint/protocol";
import type { Socket } from "../client/index.ts";

export const MODEL = "scripted";

/** A conversation that chains one response to another, on a separate connection. */
export class Chain implements Disposable {
  readonly #socket: Socket;
  #previous: string | null = null;
  #depth = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Resolves to the milliseconds from the request to the end of its response. */
  async turn(): Promise<number> {
    const body: CreateBody = {
      model: MODEL,
      store: false,
      input: `${this.#depth}. And the next one, please.`,
      ...(this.#previous !== null && { previous_response_id: this.#previous }),
    };
    const start = performance.now();
    const { response, ended } = await this.#socket.answer(body);
    this.#previous = response.id;
    this.#depth++;
    return ended - start;
  }

  /** Adds responses until there are `depth` of them. */
  async grow(depth: number): Promise<void> {
    while (this.#depth < depth) await this.turn();
  }

  /** Starts another conversation on the same connection, with one response. */
  async begin(): Promise<void> {
    this.#previous = null;
    this.#depth = 0;
    await this.turn();
  }

  [Symbol.dispose](): void {
    this.#socket[Symbol.dispose]();
  }
}
