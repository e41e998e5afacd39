import type { Burst, Part } from "../../contract/index.ts";
import type { OutputParser, ParsedText } from "../../prompt/index.ts";
import { StopText } from "../../stop/index.ts";

/** A step's addition to an answer: text, its tokens, and how many of them were drafted and accepted. */
export interface StepText {
  readonly text: string;
  readonly tokens: number;
  readonly drafted: number;
  readonly accepted: number;
}

export interface AnswerOptions {
  /** Texts that end the model's output, wherever they occur. */
  readonly ends: readonly string[];
  /** The request's stop sequences, which do not apply to reasoning and calls. */
  readonly stop: readonly string[];
  readonly parser: OutputParser;
  /** Most calls. The answer ends before one more. */
  readonly maxCalls: number;
}

/** Converts a generation's text into bursts: separates parts, finds stop sequences, counts tokens. */
export class Answer {
  readonly #ends: StopText;
  readonly #stop: StopText;
  /** Index of the part being searched for stop sequences. */
  #stopping = 0;
  /** Parsed text that is not in bursts yet. */
  #parsed: ParsedText[] = [];
  readonly #parser: OutputParser;
  /** Counts of tokens whose text is held back. */
  #waiting: { tokens: number; drafted: number; accepted: number } = { tokens: 0, drafted: 0, accepted: 0 };
  #last: { index: number; part: Part } = { index: 0, part: { type: "text" } };
  readonly #maxCalls: number;
  /** Indexes of the calls that have started. */
  readonly #calls = new Set<number>();
  #full = false;
  #reasoning = 0;

  constructor({ ends, stop, parser, maxCalls }: AnswerOptions) {
    this.#ends = new StopText(ends);
    this.#stop = new StopText(stop);
    this.#parser = parser;
    this.#maxCalls = maxCalls;
  }

  /** Whether the answer is over: by a stop sequence, by one call too many, or because it is complete. */
  get stopped(): boolean {
    return this.#ends.stopped || this.#stop.stopped || this.#full || this.#parser.isOver === true;
  }

  /** Why the answer is invalid; see {@link OutputParser.fault}. */
  get fault(): string | null {
    return this.#parser.fault ?? null;
  }

  get reasoningTokens(): number {
    return this.#reasoning;
  }

  /** Parses text. The result is returned by {@link push}, with its counts. */
  parse(text: string): void {
    this.#addParsed(this.#parser.push(this.#ends.push(text).text));
  }

  push({ text, tokens, drafted, accepted }: StepText): Burst[] {
    this.parse(text);
    this.#waiting.tokens += tokens;
    this.#waiting.drafted += drafted;
    this.#waiting.accepted += accepted;
    return this.#bursts();
  }

  /** Returns the rest. Tokens without text (an end token, a stop sequence) are counted in the last burst. */
  end(isWhole: boolean): Burst[] {
    this.#addParsed(this.#parser.push(this.#ends.end()));
    this.#addParsed(this.#parser.end(isWhole));
    this.#releaseHeld();
    const bursts = this.#bursts();
    if (bursts.length === 0 && this.#waiting.tokens > 0)
      bursts.push(this.#burst({ ...this.#last, text: "" }));
    return bursts;
  }

  #addParsed(parsed: readonly ParsedText[]): void {
    for (const piece of parsed) {
      if (this.#stop.stopped) return;
      if (piece.index !== this.#stopping) this.#releaseHeld();
      this.#stopping = piece.index;
      this.#full ||= this.#isOneTooMany(piece);
      if (this.#full) return;
      if (piece.part.type !== "text") this.#add(piece);
      else {
        const { text } = this.#stop.push(piece.text);
        if (text !== "" || piece.text === "") this.#add({ ...piece, text });
      }
    }
  }

  /** Releases text held back as a possible start of a stop sequence, since its part has ended. */
  #releaseHeld(): void {
    const text = this.#stop.end();
    if (text !== "") this.#add({ index: this.#stopping, part: { type: "text" }, text });
  }

  /** Merges neighbours of the same part. */
  #add(piece: ParsedText): void {
    const last = this.#parsed.at(-1);
    if (last?.index !== piece.index) this.#parsed.push(piece);
    else this.#parsed[this.#parsed.length - 1] = { ...last, text: last.text + piece.text };
  }

  #bursts(): Burst[] {
    const bursts = this.#parsed.map((piece) => this.#burst(piece));
    this.#parsed = [];
    return bursts;
  }

  #isOneTooMany({ index, part }: ParsedText): boolean {
    if (part.type !== "function_call" && part.type !== "custom_tool_call") return false;
    this.#calls.add(index);
    return this.#calls.size > this.#maxCalls;
  }

  /** The first burst includes the counts of all tokens up to it. */
  #burst({ index, part, text }: ParsedText): Burst {
    const counts = this.#waiting;
    this.#waiting = { tokens: 0, drafted: 0, accepted: 0 };
    this.#last = { index, part };
    if (part.type === "reasoning") this.#reasoning += counts.tokens;
    return { type: "burst", index, part, text, ...counts };
  }
}
