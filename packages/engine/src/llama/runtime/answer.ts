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
  /** Texts at which the answer ends. */
  readonly stop: readonly string[];
  readonly parser: OutputParser;
  /** Calls that it may have. It ends where one more would begin. */
  readonly maxCalls: number;
}

/** Turns a generation's text into bursts: stop strings found, parts told apart, tokens counted. */
export class Answer {
  readonly #stop: StopText;
  readonly #parser: OutputParser;
  /** Counts of tokens whose text is still held back. */
  #waiting: { tokens: number; drafted: number; accepted: number } = { tokens: 0, drafted: 0, accepted: 0 };
  #last: { index: number; part: Part } = { index: 0, part: { type: "text" } };
  readonly #maxCalls: number;
  /** Ordinals of the calls that have begun. */
  readonly #calls = new Set<number>();
  #full = false;
  #reasoning = 0;

  constructor({ stop, parser, maxCalls }: AnswerOptions) {
    this.#stop = new StopText(stop);
    this.#parser = parser;
    this.#maxCalls = maxCalls;
  }

  /** Whether a stop string has come, one call more than there may be, or all that was to be said. */
  get stopped(): boolean {
    return this.#stop.stopped || this.#full || this.#parser.isOver === true;
  }

  /** Tells, ahead of {@link push}, with which text a stop string comes; null where the answer has none. */
  get ahead(): StopText | null {
    return this.#stop.isNeeded ? this.#stop.copy() : null;
  }

  /** Why the answer is none: see {@link OutputParser.fault}. */
  get fault(): string | null {
    return this.#parser.fault ?? null;
  }

  get reasoningTokens(): number {
    return this.#reasoning;
  }

  push({ text, tokens, drafted, accepted }: StepText): Burst[] {
    this.#waiting.tokens += tokens;
    this.#waiting.drafted += drafted;
    this.#waiting.accepted += accepted;
    return this.#bursts(this.#parser.push(this.#stop.push(text).text));
  }

  /** What was held back. Tokens whose text never came (an end token, a stop string) are counted in the last burst. */
  end(isWhole: boolean): Burst[] {
    const held = this.#parser.push(this.#stop.end());
    const bursts = this.#bursts([...held, ...this.#parser.end(isWhole)]);
    if (bursts.length === 0 && this.#waiting.tokens > 0)
      bursts.push(this.#burst({ ...this.#last, text: "" }));
    return bursts;
  }

  #bursts(parsed: readonly ParsedText[]): Burst[] {
    const wanted: Burst[] = [];
    for (const piece of parsed) {
      this.#full ||= this.#isOneTooMany(piece);
      if (!this.#full) wanted.push(this.#burst(piece));
    }
    return wanted;
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
