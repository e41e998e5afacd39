import type { Account } from "../../access/index.ts";
import type { Turn } from "../../turn/index.ts";

/** One of an account's places for running responses. A response passes it on to those that its steers begin. */
export class Place {
  /** The turn that runs, or will. */
  turn: Turn;
  readonly #account: Account;
  #leave: () => void = () => undefined;

  constructor(account: Account, turn: Turn) {
    this.#account = account;
    this.turn = turn;
  }

  /** Returns an occupied place for the successors of a response that was already admitted. */
  static occupied(account: Account, turn: Turn): Place {
    const place = new Place(account, turn);
    place.#leave = account.registerResponse(() => place.turn.cancel());
    return place;
  }

  /** Rejects with ApiError if the account may begin no response now. */
  async enter(): Promise<void> {
    // The key may have expired while the request was queued.
    const why = this.#account.whyInvalid();
    if (why !== null) throw why;
    await this.#account.takeRequest();
    this.#leave = await this.#account.begin(() => this.turn.cancel());
  }

  /** Frees the place. */
  leave(): void {
    this.#leave();
  }
}
