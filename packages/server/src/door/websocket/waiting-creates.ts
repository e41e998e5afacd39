import type { Turn } from "../../turn/index.ts";

/** A connection's creates that have not begun, by the ids of their requests: they have no other name yet. */
export class WaitingCreates {
  readonly #turns = new Map<string, Set<Turn>>();

  add(request: string | undefined, turn: Turn): void {
    if (request === undefined) return;
    const sent = this.#turns.get(request);
    if (sent === undefined) this.#turns.set(request, new Set([turn]));
    else sent.add(turn);
  }

  /** The earliest under that id: what was sent again after it is answered as it is. */
  get(request: string): Turn | undefined {
    return this.#turns.get(request)?.values().next().value;
  }

  /** It begins, or never will. */
  delete(request: string | undefined, turn: Turn): void {
    const sent = request === undefined ? undefined : this.#turns.get(request);
    if (request === undefined || !sent?.delete(turn)) return;
    if (sent.size === 0) this.#turns.delete(request);
  }
}
