import type { Burst, Part } from "../../contract/index.ts";
import type { OutputParser, ParsedText } from "../../prompt/index.ts";
import { StopText } from "../../stop/index.ts";

/** What a step adds to an answer: text, the tokens that it came from, and what of them the draft had proposed. */
export interface StepText {
  readonly text: string;
  readonly tokens: number;
  readonly drafted: number;
  readonly accepted: number;
}

export interface AnswerOptions {
  /** Texts at which the model's own writing ends, wherever they come. */
  readonly ends: readonly string[];
  /** Texts at which the request wants its text to end: in reasoning and calls they mean nothing. */
  readonly stop: readonly string[];
  readonly parser: OutputParser;
  /** Calls that it may have. It ends where one more would begin. */
  readonly maxCalls: number;
}

/** Turns a generation's text into bursts: parts told apart, stop strings found, tokens counted. */
export class Answer {
  readonly #ends: StopText;
  readonly #stop: StopText;
  /** Index of the part that is looked through for stop strings. */
  #stopping = 0;
  /** What was read and has not become bursts yet. */
  #read: ParsedText[] = [];
  readonly #parser: OutputParser;
  /** Counts of tokens whose text is still held back. */
  #waiting: { tokens: number; drafted: number; accepted: number } = { tokens: 0, drafted: 0, accepted: 0 };
  #last: { index: number; part: Part } = { index: 0, part: { type: "text" } };
  readonly #maxCalls: number;
  /** Ordinals of the calls that have begun. */
  readonly #calls = new Set<number>();
  #full = false;
  #reasoning = 0;

  constructor({ ends, stop, parser, maxCalls }: AnswerOptions) {
    this.#ends = new StopText(ends);
    this.#stop = new StopText(stop);
    this.#parser = parser;
    this.#maxCalls = maxCalls;
  }

  /** Whether a stop string has come, one call more than there may be, or all that was to be said. */
  get stopped(): boolean {
    return this.#ends.stopped || this.#stop.stopped || this.#full || this.#parser.isOver === true;
  }

  /** Why the answer is none: see {@link OutputParser.fault}. */
  get fault(): string | null {
    return this.#parser.fault ?? null;
  }

  get reasoningTokens(): number {
    return this.#reasoning;
  }

  /** Reads on. What comes of it waits for {@link push}, which tells what it took. */
  read(text: string): void {
    this.#keep(this.#parser.push(this.#ends.push(text).text));
  }

  push({ text, tokens, drafted, accepted }: StepText): Burst[] {
    this.read(text);
    this.#waiting.tokens += tokens;
    this.#waiting.drafted += drafted;
    this.#waiting.accepted += accepted;
    return this.#bursts();
  }

  /** What was held back. Tokens whose text never came (an end token, a stop string) are counted in the last burst. */
  end(isWhole: boolean): Burst[] {
    this.#keep(this.#parser.push(this.#ends.end()));
    this.#keep(this.#parser.end(isWhole));
    this.#keepHeld();
    const bursts = this.#bursts();
    if (bursts.length === 0 && this.#waiting.tokens > 0)
      bursts.push(this.#burst({ ...this.#last, text: "" }));
    return bursts;
  }

  #keep(parsed: readonly ParsedText[]): void {
    for (const piece of parsed) {
      if (this.#stop.stopped) return;
      if (piece.index !== this.#stopping) this.#keepHeld();
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

  /** What was held back as it might begin a stop string, now that its part is over. */
  #keepHeld(): void {
    const text = this.#stop.end();
    if (text !== "") this.#add({ index: this.#stopping, part: { type: "text" }, text });
  }

  /** Neighbours of one part are joined. */
  #add(piece: ParsedText): void {
    const last = this.#read.at(-1);
    if (last?.index !== piece.index) this.#read.push(piece);
    else this.#read[this.#read.length - 1] = { ...last, text: last.text + piece.text };
  }

  #bursts(): Burst[] {
    const bursts = this.#read.map((piece) => this.#burst(piece));
    this.#read = [];
    return bursts;
  }

  #isOneTooMany({ index, part }: ParsedText): boolean {
    if (part.type !== "function_call" && part.type !== "custom_tool_call") return false;
    this.#calls.add(index);
    return this.#calls.size > this.#maxCalls;
  }

  /** The first burst that comes out carries the counts of all tokens until then. */
  #burst({ index, part, text }: ParsedText): Burst {
    const counts = this.#waiting;
    this.#waiting = { tokens: 0, drafted: 0, accepted: 0 };
    this.#last = { index, part };
    if (part.type === "reasoning") this.#reasoning += counts.tokens;
    return { type: "burst", index, part, text, ...counts };
  }
}
