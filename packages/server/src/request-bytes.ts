import { apiError } from "@flint/protocol";

const MEBI = 1024 * 1024;

export interface RequestBytesOptions {
  /** Read at each check, because it may change. */
  limit(): number;
  /** The scope as shown in errors: `on this connection`. */
  readonly where: string;
  /** A wider scope in which the bytes count too. */
  readonly within: RequestBytes | null;
}

/** A request's share of {@link RequestBytes}. */
export interface Weight {
  /** Throws as {@link RequestBytes.hold} does. */
  grow(bytes: number): void;
  /** Called when the request has ended. May be called twice. */
  release(): void;
}

/**
 * Limits the total size of pending requests, each from its arrival until its response has ended. The number of requests
 * is limited elsewhere, but each may be large.
 */
export class RequestBytes {
  readonly #options: RequestBytesOptions;
  #total = 0;

  constructor(options: RequestBytesOptions) {
    this.#options = options;
  }

  get total(): number {
    return this.#total;
  }

  /** Adds a request. Throws {@link ApiError} `rate_limit_exceeded` if the total would exceed the limit. */
  hold(bytes: number): Weight {
    let held = 0;
    const grow = (more: number) => {
      this.#add(more);
      held += more;
    };
    grow(bytes);
    return {
      grow,
      release: () => {
        this.#remove(held);
        held = 0;
      },
    };
  }

  #add(bytes: number): void {
    const { limit, where, within } = this.#options;
    const most = limit();
    if (this.#total + bytes > most) {
      const message = `the requests ${where} that wait or run would have more than ${most / MEBI} MiB together: try again when one has ended`;
      throw apiError("rate_limit_exceeded", message);
    }
    if (within !== null) within.#add(bytes);
    this.#total += bytes;
  }

  #remove(bytes: number): void {
    const { within } = this.#options;
    if (within !== null) within.#remove(bytes);
    this.#total -= bytes;
  }
}
