import type { PromptItem } from "../../contract/index.ts";
import type { Json } from "../usage.ts";
import type { Fingerprints } from "./fingerprints.ts";

/** A user's conversation with a model. */
export interface KnownConversation {
  readonly model: string;
  /** Null for requests without a user. */
  readonly user: string | null;
  readonly items: readonly PromptItem[];
}

export interface KnownResponseOptions {
  readonly id: string;
  /** The whole conversation before the response. */
  readonly asked: KnownConversation;
  /** Its output items as sent by the server. */
  readonly done: readonly Json[];
  readonly fingerprints: Fingerprints;
}

/** A response that its server can continue from, without the conversation being sent again. */
export class KnownResponse {
  readonly id: string;
  readonly #model: string;
  readonly #user: string | null;
  readonly #asked: readonly string[];
  readonly #answerHashes: readonly string[];
  readonly #fingerprints: Fingerprints;

  constructor({ id, asked, done, fingerprints }: KnownResponseOptions) {
    this.id = id;
    this.#model = asked.model;
    this.#user = asked.user;
    this.#fingerprints = fingerprints;
    this.#asked = asked.items.map((item) => fingerprints.of(item));
    this.#answerHashes = done.flatMap((item) => fingerprints.ofAnswer(item) ?? []);
  }

  /**
   * Returns a conversation's items after this response; null if it does not start with the same items and answer, or is
   * another user's, who would learn from the speed that somebody else has had the same conversation.
   */
  after({ model, user, items }: KnownConversation): readonly PromptItem[] | null {
    if (model !== this.#model || user !== this.#user) return null;
    let place = 0;
    for (const asked of this.#asked) {
      const item = items[place];
      if (item === undefined || this.#fingerprints.of(item) !== asked) return null;
      place += 1;
    }
    for (const said of this.#answerHashes) {
      let fingerprint: string | null = null;
      while (fingerprint === null) {
        const item = items[place];
        if (item === undefined) return null;
        fingerprint = this.#fingerprints.ofAnswer(item as unknown as Json);
        place += 1;
      }
      if (fingerprint !== said) return null;
    }
    return items.slice(place);
  }
}
