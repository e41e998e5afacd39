/**
 * A parser of text that is still arriving, written as a generator that yields when it needs more text. This allows a
 * grammar to be written as plain code, with the same result wherever the text is cut.
 */
export type Reading<T = void> = Generator<undefined, T, undefined>;

/** Text that arrives in pieces, with a read position. */
export class Source {
  /** The text that was unread when the last piece arrived, and the position in it. */
  #text = "";
  #at = 0;
  /** The offset of `#text` in the whole text. */
  #base = 0;
  /** Text before `#text` that may have to be read again, in pieces as it was read. */
  #kept: string[] = [];
  #closed = false;
  #attempts = 0;
  #again = 0;

  /** Creates a source of complete text. */
  static of(text: string): Source {
    const source = new Source();
    source.append(text);
    source.close();
    return source;
  }

  append(text: string): void {
    if (this.#at > 0) {
      // Moved to `#kept`: otherwise `#text` would grow with everything an attempt reads.
      if (this.#attempts > 0) this.#kept.push(this.#text.slice(0, this.#at));
      this.#text = this.#text.slice(this.#at);
      this.#base += this.#at;
      this.#at = 0;
    }
    this.#text += text;
  }

  /**
   * UTF-16 units read by failed attempts, and therefore read again. Nested attempts count only with the outermost
   * one.
   */
  get rereadLength(): number {
    return this.#again;
  }

  /** Marks the text as complete. */
  close(): void {
    this.#closed = true;
  }

  /** Returns the next UTF-16 unit without reading it; empty at the end. */
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

  /** Whether the unread text begins with `start`. */
  *sees(start: string): Reading<boolean> {
    for (;;) {
      const text = this.#text.slice(this.#at, this.#at + start.length);
      if (text === start) return true;
      if (!start.startsWith(text) || !(yield* this.#more())) return false;
    }
  }

  /** Whether the unread text begins with one of these, after optional white space. */
  *seesNext(starts: readonly string[]): Reading<boolean> {
    for (const start of starts) if (yield* this.attempt(this.#startsWith(start), false)) return true;
    return false;
  }

  *#startsWith(start: string): Reading<boolean> {
    yield* this.skipSpace();
    return yield* this.sees(start);
  }

  /** Reads `start` if the unread text begins with it. */
  *takes(start: string): Reading<boolean> {
    const seen = yield* this.sees(start);
    if (seen) this.#at += start.length;
    return seen;
  }

  /** Reads units that match `accepts`, at most `limit` of them. */
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
   * Passes text on to `sink` up to the first of the tags, and reads that tag. Returns null at the end of the text. If
   * two tags begin at the same place, the longer one counts.
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
      const sure = found?.index ?? text.length - (this.#closed ? 0 : prefixLengthAtEnd(text, tags));
      if (sure > 0) sink(text.slice(0, sure));
      this.#at += sure;
      if (!(yield* this.#more()) && this.#at === this.#text.length) return null;
    }
  }

  /** Restores the position if `read` returns false, or if `keeps` is false. */
  *attempt(read: Reading<boolean>, keeps = true): Reading<boolean> {
    const start = this.#begin();
    const success = yield* read;
    this.#attempts -= 1;
    if (!success || !keeps) {
      if (this.#attempts === 0) this.#again += this.#position - start;
      this.#goBack(start);
    }
    return success;
  }

  /** Returns the exact text that `read` reads. */
  *capture(read: Reading<unknown>): Reading<string> {
    const start = this.#begin();
    yield* read;
    this.#attempts -= 1;
    const pieces = [this.#text.slice(Math.max(0, start - this.#base), this.#at)];
    let from = this.#base;
    for (let place = this.#kept.length - 1; from > start; place--) {
      const piece = this.#kept[place] ?? "";
      from -= piece.length;
      pieces.push(piece.slice(Math.max(0, start - from)));
    }
    return pieces.reverse().join("");
  }

  /** Keeps the text read from here on, and returns the position. */
  #begin(): number {
    if (this.#attempts === 0) this.#kept = [];
    this.#attempts += 1;
    return this.#position;
  }

  get #position(): number {
    return this.#base + this.#at;
  }

  #goBack(position: number): void {
    const pieces = [this.#text];
    while (this.#base > position && this.#kept.length > 0) {
      const piece = this.#kept.pop() ?? "";
      this.#base -= piece.length;
      pieces.push(piece);
    }
    if (pieces.length > 1) this.#text = pieces.reverse().join("");
    this.#at = position - this.#base;
  }

  /** Waits for more text; returns false if there is none. */
  *#more(): Reading<boolean> {
    if (this.#closed) return false;
    yield;
    return true;
  }
}

/** A cache of regular expressions by their tags: a combined search stops at the first match of any tag. */
const searches = new Map<string, RegExp>();

function firstTag(text: string, tags: readonly string[]): { tag: string; index: number } | null {
  if (tags.length === 0) return null;
  const key = tags.join("\n\n");
  let search = searches.get(key);
  if (!search) {
    const longestFirst = tags.toSorted((a, b) => b.length - a.length);
    search = new RegExp(longestFirst.map((tag) => tag.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")).join("|"));
    searches.set(key, search);
  }
  const found = search.exec(text);
  return found && { tag: found[0], index: found.index };
}

/** Whether more text may turn this tag into a longer one. */
function mayGrow(text: string, tag: string, tags: readonly string[]): boolean {
  return tags.some((longer) => longer.length > tag.length && longer.startsWith(text));
}

/** Returns the length of the longest suffix of the text that is a prefix of a tag. */
function prefixLengthAtEnd(text: string, tags: readonly string[]): number {
  const longest = Math.max(0, ...tags.map((tag) => tag.length - 1));
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const end = text.slice(-length);
    if (tags.some((tag) => tag.startsWith(end))) return length;
  }
  return 0;
}
