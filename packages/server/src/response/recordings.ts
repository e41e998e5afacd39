import { LinkBytes } from "../chain/index.ts";
import type { Owner } from "../store/index.ts";
import type { Turn } from "../turn/index.ts";
import type { Recording } from "./recording.ts";
import { Requests } from "./requests.ts";
import type { SentCreate } from "./same-request.ts";

/** Recordings of all users' responses that run, or have ended and can still be resumed. */
export class Recordings {
  readonly #limit: number;
  readonly #bytes: number;
  readonly #byId = new Map<string, Recording>();
  readonly #byTurn = new WeakMap<Turn, Recording>();
  readonly #requests = new Requests();
  /** Ended responses, oldest first. */
  readonly #over = new Set<Recording>();
  readonly #held = new LinkBytes();

  /** `limit` bounds the number of ended responses, `bytes` the size of their conversations. */
  constructor(limit: number, bytes: number) {
    this.#limit = limit;
    this.#bytes = bytes;
  }

  add(recording: Recording): void {
    const { turn, owner } = recording;
    this.#byId.set(turn.id, recording);
    this.#byTurn.set(turn, recording);
    const request = requestOf(recording);
    if (request !== null) this.#requests.begin(keyOf(request, owner), recording);
  }

  /** Finds a user's response by its id or by its request's id. */
  find(id: string, owner: Owner): Recording | null {
    const recording = this.#byId.get(id);
    return recording?.owner === owner ? recording : this.#requests.get(keyOf(id, owner));
  }

  /** Finds a response of any user by its id. */
  byId(id: string): Recording | null {
    return this.#byId.get(id) ?? null;
  }

  of(turn: Turn): Recording | null {
    return this.#byTurn.get(turn) ?? null;
  }

  /** {@link Requests.claim} for one user. */
  claim(request: string, owner: Owner, sent: SentCreate): Promise<Recording | null> {
    return this.#requests.claim(keyOf(request, owner), sent);
  }

  /** {@link Requests.pending} for one user. */
  pending(request: string, owner: Owner): Promise<Recording | null> | undefined {
    return this.#requests.pending(keyOf(request, owner));
  }

  /** Releases the claim of a request that began no response. */
  unclaim(request: string, owner: Owner): void {
    this.#requests.drop(keyOf(request, owner));
  }

  addEnded(recording: Recording): void {
    this.#over.add(recording);
    this.#held.hold(recording.conversation);
    for (const oldest of this.#over) {
      if (this.#over.size <= this.#limit && this.#held.total <= this.#bytes) return;
      oldest.forget();
    }
  }

  forget(recording: Recording): void {
    if (this.#over.delete(recording)) this.#held.release(recording.conversation);
    this.#byId.delete(recording.turn.id);
    const request = requestOf(recording);
    if (request !== null) this.#requests.drop(keyOf(request, recording.owner));
  }

  [Symbol.iterator](): IterableIterator<Recording> {
    return this.#byId.values();
  }
}

function requestOf({ order }: Recording): string | null {
  return order.request.flint?.request_id ?? null;
}

function keyOf(request: string, owner: Owner): string {
  return `${owner ?? ""}\n${request}`;
}
