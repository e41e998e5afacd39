import type { CreateRequest } from "@flint/protocol";
import type { Responses } from "../../response/index.ts";
import type { Turn } from "../../turn/index.ts";

/** A connection's creates that have not begun, by request id: they have no response id yet. */
export class WaitingCreates {
  readonly #responses: Responses;
  readonly #turns = new Map<string, Set<Turn>>();

  /** `responses` are those of the connection's user, where requests from other connections find them. */
  constructor(responses: Responses) {
    this.#responses = responses;
  }

  add({ flint, store }: Pick<CreateRequest, "flint" | "store">, turn: Turn): void {
    const request = flint?.request_id;
    if (request === undefined) return;
    this.#responses.addWaiting(request, turn, store !== false);
    const sent = this.#turns.get(request);
    if (sent === undefined) this.#turns.set(request, new Set([turn]));
    else sent.add(turn);
  }

  /** Returns the earliest create with that request id: later ones are retries, and get its result. */
  get(request: string): Turn | undefined {
    return this.#turns.get(request)?.values().next().value;
  }

  /** Removes a create that is about to begin. */
  remove(request: string | undefined, turn: Turn): void {
    if (request === undefined) return;
    this.#responses.removeWaiting(request, turn);
    const sent = this.#turns.get(request);
    if (sent?.delete(turn) && sent.size === 0) this.#turns.delete(request);
  }

  /** Removes a create that will not run. */
  discard(request: string | undefined, turn: Turn): void {
    turn.discard();
    this.remove(request, turn);
  }
}
