import { type Burst, EngineError, type Finish } from "../../contract/index.ts";
import type { Drafts } from "../../draft/index.ts";
import type { Sampler, Token } from "../binding/index.ts";
import type { Answer } from "./answer.ts";
import type { Job, Outcome, Sampled } from "./jobs.ts";
import type { ThreadState } from "./thread-state.ts";
import { TokenText } from "./token-text.ts";

const NO_DRAFT = new Uint32Array(0);

export interface GenerationEnd {
  readonly reason: Finish["reason"];
  readonly error: EngineError | null;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /** See `Finish`; null where it is not known. */
  readonly confidence: number | null;
}

export interface GenerationOptions {
  readonly thread: ThreadState;
  readonly sampler: Sampler;
  readonly answer: Answer;
  /** What the answer is drafted from; null where it is not. */
  readonly drafts: Drafts | null;
  /** Tokens that the thread may have at most, and that this answer may have. */
  readonly contextLength: number;
  readonly maxTokens: number;
  isEnd(token: Token): boolean;
  bytesOf(token: Token): Uint8Array;
  /** What is told of an exception in this answer's own work. */
  fault(cause: unknown): EngineError;
  bursts(bursts: readonly Burst[]): void;
  ended(end: GenerationEnd): void;
}

/** One answer, a step at a time. */
export class Generation implements Job {
  readonly thread: ThreadState;
  readonly #options: GenerationOptions;
  readonly #text: TokenText;
  /** Tokens of the thread before the answer. */
  readonly #start: number;
  #count = 0;
  /** How many of them no burst has told of. */
  #untold = 0;
  #reason: "stop" | "length" = "stop";
  #failure: EngineError | null = null;
  #draft: Uint32Array = NO_DRAFT;
  /** The next token was left undecided: it takes a step of its own. */
  #undecided = false;
  cancelled = false;

  constructor(options: GenerationOptions) {
    this.thread = options.thread;
    this.#options = options;
    this.#text = new TokenText(options.bytesOf);
    this.#start = options.thread.tokens.length;
  }

  next(): Sampled {
    const { sampler, drafts } = this.#options;
    if (!drafts) return { sampler, draft: NO_DRAFT };
    const draft = drafts.next(this.#room() - 1);
    this.#draft = this.#undecided ? NO_DRAFT : draft;
    return { sampler, draft: this.#draft };
  }

  progress(): void {
    // Only a thread that lost its state is evaluated here, and nobody waits for its numbers.
  }

  sampled(tokens: readonly Token[], drafted: number): boolean {
    const { sampler, drafts, answer, bursts } = this.#options;
    if (sampler.fault !== null) throw sampler.fault;
    if (sampler.stuck) {
      this.#failure = new EngineError(
        "prompt_unsupported",
        "no token of the model can continue the answer in the required format: change the schema or the grammar",
      );
    }
    const last = tokens.at(-1);
    // A refused token is followed by the model's own; where a draft's token comes last, the one behind it is open.
    this.#undecided = tokens.length <= drafted && last === this.#draft[tokens.length - 1];
    const accepted = Math.max(0, tokens.length - 1);
    if (drafted > 0) {
      drafts?.verified(drafted, this.#undecided ? tokens.length : accepted, this.#undecided);
    } else if (last !== undefined) drafts?.observed(last);
    let taken = 0;
    let ended = false;
    // A step ends where steps of one token would: what was drafted beyond is no part of the answer.
    for (const token of tokens) {
      ended = this.#take(token);
      taken += 1;
      if (ended || answer.stopped) break;
    }
    this.#untold = 0;
    bursts(answer.push({ text: "", tokens: taken, drafted, accepted: Math.min(accepted, taken) }));
    if (answer.stopped) this.#reason = "stop";
    return ended || answer.stopped || answer.fault !== null || sampler.stuck;
  }

  /** True where the answer ends with this token. */
  #take(token: Token): boolean {
    const { drafts, answer, isEnd } = this.#options;
    this.#count += 1;
    this.#untold += 1;
    if (isEnd(token)) return true;
    const added = this.#text.push(token);
    this.thread.transcript.write(token, added, this.#text.isWithinCharacter);
    answer.read(added);
    drafts?.push(token);
    if (this.#room() > 0) return false;
    this.#reason = "length";
    return true;
  }

  /** What is still to be said, as far as it can be read. */
  #rest(outcome: Outcome, isWhole: boolean): Burst[] {
    const { answer, fault } = this.#options;
    const said: Burst[] = [];
    try {
      // A stopped answer goes on from its last whole character.
      const text = outcome.type === "cancelled" ? "" : this.#text.end();
      said.push(...answer.push({ text, tokens: this.#untold, drafted: 0, accepted: 0 }));
      said.push(...answer.end(isWhole));
    } catch (cause) {
      if (outcome.type !== "failed") this.#failure ??= fault(cause);
    }
    return said;
  }

  /** Tokens that may still come. */
  #room(): number {
    const { contextLength, maxTokens } = this.#options;
    return Math.min(maxTokens - this.#count, contextLength - this.thread.tokens.length);
  }

  end(outcome: Outcome): void {
    const { answer, sampler, bursts, ended } = this.#options;
    const { uncertainty } = sampler;
    sampler.dispose();
    this.thread.answered(this.thread.tokens.slice(this.#start));
    let isWhole = outcome.type === "done" && this.#reason === "stop" && this.#failure === null;
    bursts(this.#rest(outcome, isWhole));
    isWhole &&= this.#failure === null;
    if (outcome.type === "done" && answer.stopped) this.#reason = "stop";
    if (answer.fault !== null) this.#failure ??= new EngineError("answer_invalid", answer.fault);
    const error = outcome.type === "failed" ? outcome.error : this.#failure;
    const reason = outcome.type === "cancelled" ? "aborted" : this.#reason;
    ended({
      reason: error === null ? reason : "error",
      error,
      outputTokens: this.#count,
      reasoningTokens: answer.reasoningTokens,
      confidence: isWhole && uncertainty !== null ? Math.exp(-uncertainty) : null,
    });
  }
}
