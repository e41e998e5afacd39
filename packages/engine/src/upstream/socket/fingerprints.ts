import { createHash } from "node:crypto";
import type { PromptItem } from "../../contract/index.ts";
import type { Preset } from "../preset/index.ts";
import { inputOf, wordsOf } from "../responses/index.ts";
import type { Json } from "../usage.ts";

/**
 * What items say to one kind of server, made short: two are the same where that is. A conversation can be known again by
 * them without being kept, and each item is read once however often it comes.
 */
export class Fingerprints {
  readonly #preset: Preset;
  readonly #known = new WeakMap<PromptItem, string>();

  constructor(preset: Preset) {
    this.#preset = preset;
  }

  /** Of an item as input. */
  of(item: PromptItem): string {
    const known = this.#known.get(item);
    if (known !== undefined) return known;
    const fingerprint = hashOf(JSON.stringify(inputOf(item, this.#preset)));
    this.#known.set(item, fingerprint);
    return fingerprint;
  }

  /** Of an item as a part of an answer, whichever way it comes back; null for what is nothing to this kind of server. */
  ofAnswer(item: Json): string | null {
    if (item.type === "reasoning" && this.#preset.name === "openai") return null;
    const words = wordsOf(item);
    return words === null ? null : hashOf(words);
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
