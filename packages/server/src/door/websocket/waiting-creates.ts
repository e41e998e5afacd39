import type { CreateRequest } from "@flint/protocol";
import type { Responses } from "../../response/index.ts";
import type { Turn } from "../../turn/index.ts";

/** A connection's creates that have not begun, by the ids of their requests: they have no other name yet. */
export class WaitingCreates {
  readonly #responses: Responses;
  readonly #turns = new Map<string, Set<Turn>>();

  /** `responses`: of its user, by which requests that come another way find them. */
  constructor(responses: Responses) {
    this.#responses = responses;
  }

  add({ flint, store }: Pick<CreateRequest, "flint" | "store">, turn: Turn): void {
    const request = flint?.request_id;
    if (request === undefined) return;
    this.#responses.waits(request, turn, store !== false);
    const sent = this.#turns.get(request);
    if (sent === undefined) this.#turns.set(request, new Set([turn]));
    else sent.add(turn);
  }

  /** The earliest under that id: what was sent again after it is answered as it is. */
  get(request: string): Turn | undefined {
    return this.#turns.get(request)?.values().next().value;
  }

  /** It begins, in what follows at once. */
  begins(request: string | undefined, turn: Turn): void {
    if (request === undefined) return;
    this.#responses.waitsNoMore(request, turn);
    const sent = this.#turns.get(request);
    if (sent?.delete(turn) && sent.size === 0) this.#turns.delete(request);
  }

  /** It never will. */
  discard(request: string | undefined, turn: Turn): void {
    turn.discard();
    this.begins(request, turn);
  }
}
