import type { PromptItem } from "../../contract/index.ts";
import type { Json } from "../usage.ts";
import type { Fingerprints } from "./fingerprints.ts";

export interface KnownResponseOptions {
  readonly id: string;
  readonly model: string;
  /** The whole conversation before the response. */
  readonly asked: readonly PromptItem[];
  /** Its output items as sent by the server. */
  readonly done: readonly Json[];
  readonly fingerprints: Fingerprints;
}

/** A response that its server can continue from, without the conversation being sent again. */
export class KnownResponse {
  readonly id: string;
  readonly model: string;
  readonly #asked: readonly string[];
  readonly #said: readonly string[];
  readonly #fingerprints: Fingerprints;

  constructor({ id, model, asked, done, fingerprints }: KnownResponseOptions) {
    this.id = id;
    this.model = model;
    this.#fingerprints = fingerprints;
    this.#asked = asked.map((item) => fingerprints.of(item));
    this.#said = done.flatMap((item) => fingerprints.ofAnswer(item) ?? []);
  }

  /** Returns a conversation's items after this response; null if it does not start with the same items and answer. */
  after(items: readonly PromptItem[]): readonly PromptItem[] | null {
    let place = 0;
    for (const asked of this.#asked) {
      const item = items[place];
      if (item === undefined || this.#fingerprints.of(item) !== asked) return null;
      place += 1;
    }
    for (const said of this.#said) {
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
