import { apiError } from "@flint/protocol";

const MEBI = 1024 * 1024;

export interface RequestBytesOptions {
  /** Asked each time, as it may change. */
  limit(): number;
  /** Whose requests they are, as the one who is refused reads it: `on this connection`. */
  readonly where: string;
  /** These count there as well. */
  readonly within: RequestBytes | null;
}

/** A request's share of {@link RequestBytes}. */
export interface Weight {
  /** Throws as {@link RequestBytes.hold} does. */
  grow(bytes: number): void;
  /** The request is over. Safe to call twice. */
  release(): void;
}

/**
 * How many bytes the requests have that somebody has sent, each from its arrival until its response is over. How many
 * requests there may be is limited elsewhere; each may be large.
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

  /** Throws {@link ApiError} `rate_limit_exceeded` where there would be too many. */
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
