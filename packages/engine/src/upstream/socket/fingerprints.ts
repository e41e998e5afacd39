import { createHash } from "node:crypto";
import type { PromptItem } from "../../contract/index.ts";
import type { Preset } from "../preset/index.ts";
import { contentKeyOf, inputOf } from "../responses/index.ts";
import type { Json } from "../usage.ts";

/**
 * Hashes items by their content for one kind of server. Conversations can be recognized by these hashes without storing
 * them, and each item is hashed only once.
 */
export class Fingerprints {
  readonly #preset: Preset;
  readonly #known = new WeakMap<PromptItem, string>();

  constructor(preset: Preset) {
    this.#preset = preset;
  }

  /** Returns the hash of an input item. */
  of(item: PromptItem): string {
    const known = this.#known.get(item);
    if (known !== undefined) return known;
    const fingerprint = hashOf(JSON.stringify(inputOf(item, this.#preset)));
    this.#known.set(item, fingerprint);
    return fingerprint;
  }

  /** Returns the hash of an answer's item, in whatever form it comes back; null if this kind of server ignores it. */
  ofAnswer(item: Json): string | null {
    if (item.type === "reasoning" && this.#preset.name === "openai") return null;
    const words = contentKeyOf(item);
    return words === null ? null : hashOf(words);
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
