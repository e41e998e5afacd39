import type { Origin, PromptText } from "../../prompt/index.ts";
import type { Token } from "../binding/index.ts";
import { Upcoming } from "./upcoming.ts";

export interface Tokenizer {
  /** The token that stands before every prompt; templates write it themselves, or leave it to the tokeniser. */
  readonly bos: Token | null;
  /** `goesOn`: the text goes on from other text. */
  tokenize(text: string, special: boolean, goesOn?: boolean): readonly Token[];
}

/** A stretch of the text that was tokenised at once, or that the model wrote. */
export interface Passage {
  readonly text: string;
  readonly special: boolean;
  readonly origin: Origin | null;
  readonly isWritten: boolean;
  /** Characters and tokens of the transcript up to its end. */
  readonly textEnd: number;
  readonly tokenEnd: number;
}

/** A prompt held against a transcript, and not taken into it yet. */
export interface Continuation {
  /** Passages that stay as they are, and those that come after them. */
  readonly kept: number;
  readonly passages: readonly Passage[];
  /** Tokens that stay, and those that come after them. */
  readonly keptTokens: number;
  readonly newTokens: readonly Token[];
  /** Passages at the start of `passages` whose tokens stay. */
  readonly known: number;
}

/** A prompt has more tokens than it may have: this many, or at least this many where not all of it was cut into them. */
export class TooManyTokens extends Error {
  readonly tokens: number;
  readonly isAll: boolean;

  constructor(tokens: number, isAll: boolean) {
    super(`${tokens} tokens`);
    this.tokens = tokens;
    this.isAll = isAll;
  }
}

export interface TokenLimit {
  /** Tokens that a prompt may have. */
  readonly most: number;
  /** Tokens that so many bytes of text have at least. */
  atLeast(bytes: number): number;
}

/** Bytes that are cut into tokens without a thought: in some tens of milliseconds. */
const FEW_BYTES = 32 * 1024;

/** Text that the model wrote, with the place in it at which each token ends. */
interface Written {
  text: string;
  readonly ends: number[];
  /** Whether each token ends within a character. */
  readonly cuts: boolean[];
}

/**
 * The text that a thread stands at, and its tokens. A prompt that goes on from that text keeps its tokens, also the
 * model's own, which tokenising the same text anew might cut differently: so a continuation costs its new text only.
 */
export class Transcript {
  readonly tokens: Token[] = [];
  readonly #passages: Passage[] = [];
  #written: Written = { text: "", ends: [], cuts: [] };

  get passages(): readonly Passage[] {
    return this.#passages;
  }

  /** What the model has written since the last prompt. */
  get written(): string {
    return this.#written.text;
  }

  /** Takes a token that the model wrote and the text that it adds, without a character in which it ends. */
  write(token: Token, text: string, isWithinCharacter = false): void {
    this.tokens.push(token);
    this.#written.cuts.push(isWithinCharacter);
    this.#written.text += text;
    this.#written.ends.push(this.#written.text.length);
  }

  clone(): Transcript {
    const copy = new Transcript();
    // Not spread: a long conversation has more tokens than a call may have arguments.
    for (const token of this.tokens) copy.tokens.push(token);
    for (const passage of this.#passages) copy.#passages.push(passage);
    const { text, ends, cuts } = this.#written;
    copy.#written = { text, ends: [...ends], cuts: [...cuts] };
    return copy;
  }

  /**
   * Holds a prompt, whose first `kept` characters are this transcript's, against it. Throws {@link TooManyTokens},
   * and that before it does work that is in vain.
   */
  continued(
    prompt: { kept: number; text: PromptText },
    tokenizer: Tokenizer,
    limit: TokenLimit | null = null,
  ): Continuation {
    const kept = this.#passagesWithin(prompt.kept);
    const upcoming = new Upcoming(prompt.text);
    const known = this.#known(kept, upcoming);
    const last = known.at(-1) ?? this.#passages[kept - 1];
    const keptTokens = last?.tokenEnd ?? 0;
    const newTokens: Token[] = [];
    const passages = [...known];
    let textEnd = last?.textEnd ?? 0;
    const rest = upcoming.rest();
    let left = rest.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    for (const { text, special, origin } of rest) {
      if (limit && left > FEW_BYTES) {
        const least = keptTokens + newTokens.length + limit.atLeast(left);
        if (least > limit.most) throw new TooManyTokens(least, false);
      }
      left -= Buffer.byteLength(text);
      const isFirst = keptTokens + newTokens.length === 0;
      const tokens = tokenizer.tokenize(text, special, !isFirst);
      if (isFirst && tokenizer.bos !== null && tokens[0] !== tokenizer.bos) newTokens.push(tokenizer.bos);
      for (const token of tokens) newTokens.push(token);
      textEnd += text.length;
      const tokenEnd = keptTokens + newTokens.length;
      passages.push({ text, special, origin: origin ?? null, isWritten: false, textEnd, tokenEnd });
    }
    const length = keptTokens + newTokens.length;
    if (limit && length > limit.most) throw new TooManyTokens(length, true);
    return { kept, passages, keptTokens, newTokens, known: known.length };
  }

  /** Takes a prompt that was held against this transcript. */
  take({ kept, passages, keptTokens, newTokens }: Continuation): void {
    this.#passages.length = kept;
    for (const passage of passages) this.#passages.push(passage);
    this.tokens.length = keptTokens;
    for (const token of newTokens) this.tokens.push(token);
    this.#written = { text: "", ends: [], cuts: [] };
  }

  /** How many passages make up the first characters. */
  #passagesWithin(characters: number): number {
    let count = this.#passages.length;
    while (count > 0 && (this.#passages[count - 1]?.textEnd ?? 0) > characters) count -= 1;
    if ((this.#passages[count - 1]?.textEnd ?? 0) === characters) return count;
    throw new RangeError("a prompt goes on from the beginning of a text");
  }

  /** The passages that the prompt goes on with, for as long as the texts agree. */
  #known(kept: number, upcoming: Upcoming): Passage[] {
    const known: Passage[] = [];
    for (let place = kept; place < this.#passages.length; place++) {
      const passage = this.#passages[place];
      const origin = upcoming.origin;
      if (!passage || !upcoming.takes(passage)) return known;
      known.push(passage.origin === origin ? passage : { ...passage, origin });
    }
    known.push(...this.#knownWritten(known.at(-1) ?? this.#passages[kept - 1], upcoming));
    return known;
  }

  /**
   * As many of the model's own tokens as the prompt goes on with. Its answer comes back in pieces, with words of the
   * template between them that the model has written too: they are passages of their own where a token ends there.
   */
  #knownWritten(last: Passage | undefined, upcoming: Upcoming): Passage[] {
    const { text, ends, cuts } = this.#written;
    const known: Passage[] = [];
    const [textStart, tokenStart] = [last?.textEnd ?? 0, last?.tokenEnd ?? 0];
    let cut = 0;
    for (const { length, origin } of upcoming.common(text)) {
      let end = cut;
      while (end < ends.length && (ends[end] ?? 0) <= length) end += 1;
      // A token with the beginning of a character, or without text, is only worth keeping with what follows it.
      while (end > cut && (cuts[end - 1] || ends[end - 1] === (ends[end - 2] ?? 0))) end -= 1;
      const [start, stop] = [ends[cut - 1] ?? 0, ends[end - 1] ?? 0];
      if (stop <= start) continue;
      known.push({
        text: text.slice(start, stop),
        special: false,
        origin,
        isWritten: true,
        textEnd: textStart + stop,
        tokenEnd: tokenStart + end,
      });
      upcoming.skip(stop - start);
      cut = end;
    }
    return known;
  }
}
