import type { ServerFrame } from "@flint/protocol";
import type { ChainLedger } from "../chain/index.ts";
import type { Connection, Lane, LaneRequest, LaneUser } from "../connection/index.ts";

/**
 * Sends the instructions of edits ahead on every new connection, so that the model is loaded and has read them
 * when the first edit comes. A warm-up that fails is no failure: edits then carry their instructions alone.
 */
export class WarmUp {
  readonly #connection: Connection;
  readonly #ledger: ChainLedger;
  readonly #request: LaneRequest;
  readonly #stop: () => void;
  #responseId: string | null = null;
  #lane: Lane | null = null;

  constructor(connection: Connection, ledger: ChainLedger, instructions: string, model: string | undefined) {
    this.#connection = connection;
    this.#ledger = ledger;
    this.#request = {
      ...(model === undefined ? {} : { model }),
      instructions,
      input: [],
      store: false,
      generate: false,
    };
    this.#stop = connection.onChange(() => this.#changed());
    this.#changed();
  }

  /** The response to continue; null while there is none on this connection. */
  get responseId(): string | null {
    return this.#responseId;
  }

  /** The server has forgotten it: it is made again. */
  again(): void {
    this.#responseId = null;
    this.#changed();
  }

  stop(): void {
    this.#stop();
    this.#lane?.release();
  }

  #changed(): void {
    const { state } = this.#connection;
    const warmable = state.status === "open" && state.transport === "websocket";
    if (!warmable) this.#responseId = null;
    if (!warmable || this.#lane !== null || this.#responseId !== null) return;
    let sentOn: number | null = null;
    const done = (): void => {
      this.#lane?.release();
      this.#lane = null;
    };
    const user: LaneUser = {
      request: (epoch) => {
        sentOn = epoch;
        return this.#request;
      },
      receive: (frame: ServerFrame) => {
        if (frame.type === "response.completed") {
          const { id } = frame.response;
          this.#responseId = id;
          this.#ledger.record({
            responseId: id,
            previousResponseId: null,
            input: [],
            output: [],
            epoch: sentOn,
          });
          done();
        } else if (frame.type === "error" || frame.type === "response.failed") done();
      },
      lost: () => {
        this.#lane = null;
      },
    };
    this.#lane = this.#connection.open(user);
  }
}
