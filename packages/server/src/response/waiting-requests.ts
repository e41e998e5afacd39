import type { Owner } from "../store/index.ts";
import type { Turn } from "../turn/index.ts";

/** A create queued on its lane. */
export interface WaitingRequest {
  readonly turn: Turn;
  /** Whether its response is to be stored. */
  readonly isStored: boolean;
  /** Resolves when it has begun, or never will. */
  readonly settled: Promise<void>;
}

interface Entry extends WaitingRequest {
  settle(): void;
}

/** Creates of all connections that have not begun, by user and request id: they have no response id yet. */
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

  /** Removes a create that is about to begin, or never will. May be called twice. */
  delete(request: string, owner: Owner, turn: Turn): void {
    const key = keyOf(request, owner);
    const sent = this.#waiting.get(key);
    sent?.get(turn)?.settle();
    if (sent?.delete(turn) && sent.size === 0) this.#waiting.delete(key);
  }

  /** Returns the earliest create with that request id; null if none waits. */
  get(request: string, owner: Owner): WaitingRequest | null {
    return this.#waiting.get(keyOf(request, owner))?.values().next().value ?? null;
  }
}

function keyOf(request: string, owner: Owner): string {
  return `${owner ?? ""}\n${request}`;
}
