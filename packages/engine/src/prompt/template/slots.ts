import type { Origin, PromptSegment } from "../format.ts";

/**
 * Stands in for a text while a template is rendered. The quote tells afterwards whether the template wrote it as JSON:
 * there it has a backslash before it.
 */
const PLACEHOLDER = /@\{(\\*)"(\d+)\}@/;

/** Text that holds nothing a control token or a placeholder could be spelled with. */
const HARMLESS = /^[\p{L}\p{N}\s_.,:;'()/?!+*=-]*$/u;

/**
 * The texts of one prompt that people and tools wrote. Templates are given placeholders for them, and the texts are put
 * back as segments of their own: so nothing in them can become a control token, and no template can trip over them.
 */
export class Slots {
  readonly #texts: PromptSegment[] = [];
  readonly #required = new Set<number>();

  /** A placeholder for a text that the template must not leave out. White space at its ends is the template's to trim. */
  required(text: string, origin: Origin): string {
    return this.#place(text, origin, true);
  }

  /** A placeholder for a text that the template may leave out. */
  optional(text: string, origin: Origin): string {
    return this.#place(text, origin, false);
  }

  /** A placeholder for words of the format's own, for templates that would read them otherwise. */
  words(text: string): string {
    return `@{"${this.#texts.push({ text, special: true }) - 1}}@`;
  }

  /** A JSON value whose texts are placeholders, save those that templates may look at and that can do no harm. */
  json(value: unknown, origin: Origin): unknown {
    if (typeof value === "string") return HARMLESS.test(value) ? value : this.optional(value, origin);
    if (Array.isArray(value)) return value.map((element) => this.json(element, origin));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [this.json(key, origin), this.json(entry, origin)]),
    );
  }

  /** Puts the texts back. Null where one is missing that must be there. */
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

/** A text as JSON has it within quotes, as often over as the backslashes before a quote tell. */
function escaped(text: string, backslashes: number): string {
  let result = text;
  for (let left = backslashes; left > 0; left = (left - 1) / 2) result = JSON.stringify(result).slice(1, -1);
  return result;
}
