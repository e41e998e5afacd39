/**
 * A reader of text that is still arriving, written as a generator: it yields where it needs more than has come.
 * So a grammar reads as plain code, and gives the same result wherever the text is cut.
 */
export type Reading<T = void> = Generator<undefined, T, undefined>;

/** Text on its way, and how far it has been read. */
export class Source {
  #text = "";
  #at = 0;
  #closed = false;
  #attempts = 0;

  /** A source whose text is all there. */
  static of(text: string): Source {
    const source = new Source();
    source.append(text);
    source.close();
    return source;
  }

  append(text: string): void {
    // What may have to be read again is kept.
    if (this.#attempts === 0) {
      this.#text = this.#text.slice(this.#at);
      this.#at = 0;
    }
    this.#text += text;
  }

  /** No more text will come. */
  close(): void {
    this.#closed = true;
  }

  /** The next UTF-16 unit, which stays unread; empty at the end. */
  *peek(): Reading<string> {
    while (this.#at === this.#text.length) if (!(yield* this.#more())) return "";
    return this.#text.charAt(this.#at);
  }

  /** Reads one UTF-16 unit; empty at the end. */
  *next(): Reading<string> {
    const unit = yield* this.peek();
    this.#at += unit.length;
    return unit;
  }

  /** Whether the unread text begins so. */
  *sees(start: string): Reading<boolean> {
    for (;;) {
      const text = this.#text.slice(this.#at, this.#at + start.length);
      if (text === start) return true;
      if (!start.startsWith(text) || !(yield* this.#more())) return false;
    }
  }

  /** Whether the unread text begins with one of these, white space before it or not. */
  *seesNext(starts: readonly string[]): Reading<boolean> {
    for (const start of starts) if (yield* this.attempt(this.#startsWith(start), false)) return true;
    return false;
  }

  *#startsWith(start: string): Reading<boolean> {
    yield* this.skipSpace();
    return yield* this.sees(start);
  }

  /** Reads `start` if the unread text begins so. */
  *takes(start: string): Reading<boolean> {
    const seen = yield* this.sees(start);
    if (seen) this.#at += start.length;
    return seen;
  }

  /** Reads the units that `accepts` does, at most `limit` of them. */
  *takeWhile(accepts: RegExp, limit = Number.POSITIVE_INFINITY): Reading<string> {
    let taken = "";
    while (taken.length < limit) {
      const unit = yield* this.peek();
      if (unit === "" || !accepts.test(unit)) break;
      taken += unit;
      this.#at += 1;
    }
    return taken;
  }

  *skipSpace(): Reading {
    yield* this.takeWhile(/\s/);
  }

  /**
   * Passes text on to `sink` up to the first of the tags, and reads that tag. Null at the end of the text. Of two tags
   * that begin at one place the longer one counts.
   */
  *until(tags: readonly string[], sink: (text: string) => void): Reading<string | null> {
    for (;;) {
      const text = this.#text.slice(this.#at);
      const found = firstTag(text, tags);
      if (found && (this.#closed || !mayGrow(text.slice(found.index), found.tag, tags))) {
        if (found.index > 0) sink(text.slice(0, found.index));
        this.#at += found.index + found.tag.length;
        return found.tag;
      }
      const sure = found?.index ?? text.length - (this.#closed ? 0 : beginningLength(text, tags));
      if (sure > 0) sink(text.slice(0, sure));
      this.#at += sure;
      if (!(yield* this.#more()) && this.#at === this.#text.length) return null;
    }
  }

  /** Where `read` gives false, or what it reads is not kept, it is as if nothing had been read. */
  *attempt(read: Reading<boolean>, keeps = true): Reading<boolean> {
    const start = this.#at;
    this.#attempts += 1;
    const success = yield* read;
    this.#attempts -= 1;
    if (!success || !keeps) this.#at = start;
    return success;
  }

  /** The text that `read` reads, as it stands. */
  *taken(read: Reading<unknown>): Reading<string> {
    const start = this.#at;
    this.#attempts += 1;
    yield* read;
    this.#attempts -= 1;
    return this.#text.slice(start, this.#at);
  }

  /** Waits for text; false where none will come. */
  *#more(): Reading<boolean> {
    if (this.#closed) return false;
    yield;
    return true;
  }
}

function firstTag(text: string, tags: readonly string[]): { tag: string; index: number } | null {
  let first: { tag: string; index: number } | null = null;
  for (const tag of tags) {
    const index = text.indexOf(tag);
    if (index === -1 || (first && index > first.index)) continue;
    if (!first || index < first.index || tag.length > first.tag.length) first = { tag, index };
  }
  return first;
}

/** Whether more text may show that this tag is the beginning of a longer one. */
function mayGrow(text: string, tag: string, tags: readonly string[]): boolean {
  return tags.some((longer) => longer.length > tag.length && longer.startsWith(text));
}

/** Length of the longest end of the text that begins a tag. */
function beginningLength(text: string, tags: readonly string[]): number {
  const longest = Math.max(0, ...tags.map((tag) => tag.length - 1));
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const end = text.slice(-length);
    if (tags.some((tag) => tag.startsWith(end))) return length;
  }
  return 0;
}
