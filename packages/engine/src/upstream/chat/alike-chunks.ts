/** A string's inside without escapes: what stands between its quotes is what it says. */
const PLAIN = /^[^"\\]*$/;

/**
 * The chunks of an answer are mostly the same but for their text. One that begins and ends as the last one did, with
 * nothing but a plain string between, is that chunk with another text, and need not be parsed.
 */
export class AlikeChunks {
  #before: string | null = null;
  #after = "";

  /** Takes in a chunk that says nothing but this text; null for any other one. */
  learn(data: string, text: string | null): void {
    this.#before = null;
    if (text === null || text === "" || !PLAIN.test(text)) return;
    const place = data.indexOf(`"content":"${text}"`);
    if (place === -1 || place !== data.lastIndexOf('"content":"')) return;
    const begin = place + '"content":"'.length;
    this.#before = data.slice(0, begin);
    this.#after = data.slice(begin + text.length);
  }

  /** The text of a chunk that is like the last one; null where it has to be parsed. */
  textIn(data: string): string | null {
    const [before, after] = [this.#before, this.#after];
    if (before === null) return null;
    const begin = before.length;
    const end = data.length - after.length;
    if (end <= begin) return null;
    // Each token passes here: comparing slices takes half the time of `startsWith`, `endsWith` and the pattern.
    if (data.slice(0, begin) !== before || data.slice(end) !== after) return null;
    const text = data.slice(begin, end);
    return text.includes('"') || text.includes("\\") ? null : text;
  }
}
