import type { ServerFrame } from "@flint/protocol";
import type { ChainLedger } from "../chain/index.ts";
import {
  type Connection,
  endsResponse,
  isCausedByLargeFrame,
  type Lane,
  type LaneRequest,
  type LaneUser,
} from "../connection/index.ts";
import { FlintError } from "../error/index.ts";

/**
 * Sends the edit instructions in advance on every new connection: when the first edit comes, the model is loaded and
 * has read them. If that fails, edits simply send their instructions themselves.
 */
export class WarmUp {
  readonly #connection: Connection;
  readonly #ledger: ChainLedger;
  readonly #request: LaneRequest;
  readonly #stop: () => void;
  #warm: { readonly responseId: string; readonly epoch: number | null } | null = null;
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
    this.#stop = connection.onOpened(() => this.#begin());
    if (connection.epoch !== null) this.#begin();
  }

  /** The response to continue; null if there is none on this connection. */
  get responseId(): string | null {
    return this.#warm !== null && this.#warm.epoch === this.#connection.epoch ? this.#warm.responseId : null;
  }

  /** The server no longer has the response: creates it again. */
  repeat(): void {
    this.#warm = null;
    if (this.#connection.epoch !== null) this.#begin();
  }

  stop(): void {
    this.#stop();
    this.#lane?.release();
  }

  #begin(): void {
    if (this.#lane !== null) return;
    let sentOn: number | null = null;
    const done = (): void => {
      this.#lane?.release();
      this.#lane = null;
      const { epoch } = this.#connection;
      // The connection was replaced in the meantime.
      if (epoch !== null && sentOn !== null && epoch !== sentOn) this.#begin();
    };
    const user: LaneUser = {
      request: (epoch) => {
        sentOn = epoch;
        return this.#request;
      },
      receive: (frame: ServerFrame) => {
        if (frame.type === "response.completed") {
          const { id } = frame.response;
          this.#warm = { responseId: id, epoch: sentOn };
          this.#ledger.record({
            responseId: id,
            previousResponseId: null,
            input: [],
            output: [],
            epoch: sentOn,
          });
          done();
        } else if (endsResponse(frame)) done();
      },
      lost: (error) => {
        // A request too large for a frame would end every new connection too.
        if (isCausedByLargeFrame(error)) this.#stop();
        done();
      },
    };
    try {
      this.#lane = this.#connection.open(user);
    } catch (error) {
      // Too many turns are waiting: they will load the model first.
      if (!(error instanceof FlintError)) throw error;
    }
  }
}
