import type { Owner } from "../store/index.ts";
import type { Turn } from "../turn/index.ts";

/** A create that waits on its lane. */
export interface WaitingRequest {
  readonly turn: Turn;
  /** Whether its response is to be stored. */
  readonly isStored: boolean;
  /** Resolves once it has begun, or never will. */
  readonly settled: Promise<void>;
}

interface Entry extends WaitingRequest {
  settle(): void;
}

/** Creates of all connections that have not begun, by whose they are and the ids of their requests: they have no other name yet. */
export class WaitingRequests {
  readonly #waiting = new Map<string, Map<Turn, Entry>>();

  add(request: string, owner: Owner, turn: Turn, isStored: boolean): void {
    let settle = () => {};
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const key = keyOf(request, owner);
    const sent = this.#waiting.get(key) ?? new Map<Turn, Entry>();
    this.#waiting.set(key, sent.set(turn, { turn, isStored, settled, settle }));
  }

  /** It begins, in what follows at once, or never will. Safe to call twice. */
  delete(request: string, owner: Owner, turn: Turn): void {
    const key = keyOf(request, owner);
    const sent = this.#waiting.get(key);
    sent?.get(turn)?.settle();
    if (sent?.delete(turn) && sent.size === 0) this.#waiting.delete(key);
  }

  /** The earliest under that id; null where none waits. */
  get(request: string, owner: Owner): WaitingRequest | null {
    return this.#waiting.get(keyOf(request, owner))?.values().next().value ?? null;
  }
}

function keyOf(request: string, owner: Owner): string {
  return `${owner ?? ""}\n${request}`;
}
