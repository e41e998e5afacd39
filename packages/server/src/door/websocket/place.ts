import type { Account } from "../../access/index.ts";
import type { Turn } from "../../turn/index.ts";

/** A response among those that an account has under way, and after it those that its steers begin. */
export class Place {
  /** The one that runs, or is to. */
  turn: Turn;
  readonly #account: Account;
  #leave: () => void = () => undefined;

  constructor(account: Account, turn: Turn) {
    this.#account = account;
    this.turn = turn;
  }

  /** One for what follows from a response that was let in. */
  static kept(account: Account, turn: Turn): Place {
    const place = new Place(account, turn);
    place.#leave = account.hold(() => place.turn.cancel());
    return place;
  }

  /** Rejects with ApiError where the account may begin no response now. */
  async enter(): Promise<void> {
    // A key may have expired while the request waited its turn.
    const why = this.#account.whyInvalid();
    if (why !== null) throw why;
    await this.#account.takeRequest();
    this.#leave = await this.#account.begin(() => this.turn.cancel());
  }

  /** Lets the next one in. */
  leave(): void {
    this.#leave();
  }
}
