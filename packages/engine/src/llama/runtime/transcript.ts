import type { PromptText } from "../../prompt/index.ts";
import type { Token } from "../binding/index.ts";

export interface Tokenizer {
  tokenize(text: string, special: boolean): readonly Token[];
}

interface Passage {
  readonly text: string;
  readonly special: boolean;
  readonly tokens: readonly Token[];
}

/** Text that the model wrote, with the place in it at which each token ends. */
interface Written {
  text: string;
  readonly tokens: Token[];
  readonly ends: number[];
}

/**
 * The text that a thread stands at, and its tokens. A prompt that goes on from that text keeps its tokens, also the
 * model's own, which tokenising the same text anew might cut differently: so a continuation costs its new text only.
 */
export class Transcript {
  #passages: Passage[] = [];
  #written: Written = { text: "", tokens: [], ends: [] };

  get tokens(): Token[] {
    return [...this.#passages.flatMap((passage) => passage.tokens), ...this.#written.tokens];
  }

  /** Takes a token that the model wrote and the text that it adds; none where a character is not whole yet. */
  write(token: Token, text: string): void {
    this.#written.text += text;
    this.#written.tokens.push(token);
    this.#written.ends.push(this.#written.text.length);
  }

  clone(): Transcript {
    const copy = new Transcript();
    const { text, tokens, ends } = this.#written;
    copy.#passages = [...this.#passages];
    copy.#written = { text, tokens: [...tokens], ends: [...ends] };
    return copy;
  }

  /** The transcript of a prompt. It shares this one's tokens for as long as the texts agree. */
  continued(prompt: PromptText, tokenizer: Tokenizer): Transcript {
    const next = new Transcript();
    const known = new KnownText(this.#passages, this.#written);
    for (const { text, special } of prompt) {
      let rest = text;
      for (let passage = known.take(rest, special); passage; passage = known.take(rest, special)) {
        next.#passages.push(passage);
        rest = rest.slice(passage.text.length);
      }
      if (rest !== "")
        next.#passages.push({ text: rest, special, tokens: tokenizer.tokenize(rest, special) });
    }
    return next;
  }
}

/** Reads a transcript from its start for as long as a new prompt agrees with it. */
class KnownText {
  readonly #passages: readonly Passage[];
  readonly #written: Written;
  #passage = 0;
  #token = 0;
  #agrees = true;

  constructor(passages: readonly Passage[], written: Written) {
    this.#passages = passages;
    this.#written = written;
  }

  /** The next known passage that `text` begins with; null from where they part. */
  take(text: string, special: boolean): Passage | null {
    if (!this.#agrees || text === "") return null;
    const passage = this.#passages[this.#passage];
    const taken = passage ? this.#takePassage(passage, text, special) : this.#takeWritten(text, special);
    if (taken === null) this.#agrees = false;
    return taken;
  }

  #takePassage(passage: Passage, text: string, special: boolean): Passage | null {
    if (passage.special !== special || !text.startsWith(passage.text)) return null;
    this.#passage += 1;
    return passage;
  }

  /** As many of the model's tokens as end within what `text` has of them. */
  #takeWritten(text: string, special: boolean): Passage | null {
    const { tokens, ends } = this.#written;
    const start = ends[this.#token - 1] ?? 0;
    const common = commonLength(this.#written.text.slice(start), text);
    let end = this.#token;
    while (end < tokens.length && (ends[end] ?? 0) <= start + common) end += 1;
    // A token that adds no text may be the beginning of a character: it is only worth keeping with what follows it.
    while (end > this.#token && ends[end - 1] === (ends[end - 2] ?? 0)) end -= 1;
    const stop = ends[end - 1] ?? start;
    if (end === this.#token || stop === start) return null;
    const taken = { text: text.slice(0, stop - start), special, tokens: tokens.slice(this.#token, end) };
    this.#token = end;
    return taken;
  }
}

function commonLength(a: string, b: string): number {
  const longest = Math.min(a.length, b.length);
  let length = 0;
  while (length < longest && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
