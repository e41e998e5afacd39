import type { Origin, PromptSegment } from "../format.ts";

/**
 * The placeholder of a text while a template is rendered. Backslashes before its quote show how often the template
 * encoded it as JSON.
 */
const PLACEHOLDER = /@\{(\\*)"(\d+)\}@/;

/** Text that cannot spell a control token or a placeholder. */
const HARMLESS = /^[\p{L}\p{N}\s_.,:;'()/?!+*=-]*$/u;

/**
 * Texts from users and tools in one prompt. Templates get placeholders for them, which are then replaced by separate
 * segments: no text can become a control token, and no template can fail because of a text.
 */
export class Slots {
  readonly #texts: PromptSegment[] = [];
  readonly #required = new Set<number>();

  /**
   * Returns a placeholder for a text that the template must not leave out. White space around it is left to the
   * template.
   */
  required(text: string, origin: Origin): string {
    return this.#place(text, origin, true);
  }

  /** Returns a placeholder for a text that the template may leave out. */
  optional(text: string, origin: Origin): string {
    return this.#place(text, origin, false);
  }

  /** Returns a placeholder for the format's own text, which the template would otherwise interpret. */
  ownText(text: string): string {
    return `@{"${this.#texts.push({ text, special: true }) - 1}}@`;
  }

  /** Returns a JSON value with placeholders for its strings, except harmless ones, which templates may inspect. */
  json(value: unknown, origin: Origin): unknown {
    if (typeof value === "string") return HARMLESS.test(value) ? value : this.optional(value, origin);
    if (Array.isArray(value)) return value.map((element) => this.json(element, origin));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [this.json(key, origin), this.json(entry, origin)]),
    );
  }

  /** Replaces the placeholders by their texts. Returns null if a required one is missing. */
  fill(rendered: string): PromptSegment[] | null {
    const missing = new Set(this.#required);
    const segments: PromptSegment[] = [];
    const add = (text: string) => {
      const last = segments.at(-1);
      if (text === "") return;
      if (last?.special) segments[segments.length - 1] = { text: last.text + text, special: true };
      else segments.push({ text, special: true });
    };

    const pieces = rendered.split(PLACEHOLDER);
    add(pieces[0] ?? "");
    for (let at = 1; at < pieces.length; at += 3) {
      const slot = Number(pieces[at + 1]);
      missing.delete(slot);
      const filled = this.#texts[slot];
      if (filled?.special) add(filled.text);
      else if (filled) segments.push({ ...filled, text: escaped(filled.text, pieces[at]?.length ?? 0) });
      add(pieces[at + 2] ?? "");
    }
    return missing.size === 0 ? segments : null;
  }

  #place(text: string, origin: Origin, isRequired: boolean): string {
    const body = text.trim();
    if (body === "") return text;
    const slot = this.#texts.push({ text: body, special: false, origin }) - 1;
    if (isRequired) this.#required.add(slot);
    return text.replace(body, () => `@{"${slot}}@`);
  }
}

/** Encodes a text as the content of a JSON string, as many times as the number of backslashes indicates. */
function escaped(text: string, backslashes: number): string {
  let result = text;
  for (let left = backslashes; left > 0; left = (left - 1) / 2) result = JSON.stringify(result).slice(1, -1);
  return result;
}
