import { type Burst, EngineError, type Finish } from "../../contract/index.ts";
import type { Drafts } from "../../draft/index.ts";
import type { Sampler, Token } from "../binding/index.ts";
import type { Answer } from "./answer.ts";
import type { Job, Outcome, SampleRequest } from "./jobs.ts";
import type { ThreadState } from "./thread-state.ts";
import { TokenText } from "./token-text.ts";

const NO_DRAFT = new Uint32Array(0);

export interface GenerationEnd {
  readonly reason: Finish["reason"];
  readonly error: EngineError | null;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /** See `Finish`; null if unknown. */
  readonly confidence: number | null;
}

export interface GenerationOptions {
  readonly thread: ThreadState;
  readonly sampler: Sampler;
  readonly answer: Answer;
  /** The answer's draft sources; null for no drafts. */
  readonly drafts: Drafts | null;
  /** Most tokens of the thread, and of this answer. */
  readonly contextLength: number;
  readonly maxTokens: number;
  isEnd(token: Token): boolean;
  bytesOf(token: Token): Uint8Array;
  /** Converts an exception in this answer's work into an error. */
  fault(cause: unknown): EngineError;
  bursts(bursts: readonly Burst[]): void;
  ended(end: GenerationEnd): void;
}

/** Generates one answer, step by step. */
export class Generation implements Job {
  readonly thread: ThreadState;
  readonly #options: GenerationOptions;
  readonly #text: TokenText;
  /** Number of tokens before the answer. */
  readonly #start: number;
  #count = 0;
  /** Number of tokens not in any burst yet. */
  #unreportedTokens = 0;
  #reason: "stop" | "length" = "stop";
  #failure: EngineError | null = null;
  #draft: Uint32Array = NO_DRAFT;
  /** Whether the next token was left undecided and needs a step without a draft. */
  #undecided = false;
  cancelled = false;

  constructor(options: GenerationOptions) {
    this.thread = options.thread;
    this.#options = options;
    this.#text = new TokenText(options.bytesOf);
    this.#start = options.thread.tokens.length;
  }

  next(): SampleRequest {
    const { sampler, drafts } = this.#options;
    if (!drafts) return { sampler, draft: NO_DRAFT };
    const draft = drafts.next(this.#room() - 1);
    this.#draft = this.#undecided ? NO_DRAFT : draft;
    return { sampler, draft: this.#draft };
  }

  progress(): void {
    // Only a thread that lost its state is evaluated here; its progress is not reported.
  }

  addOutput(tokens: readonly Token[], drafted: number): boolean {
    const { sampler, drafts, answer, bursts } = this.#options;
    if (sampler.fault !== null) throw sampler.fault;
    if (sampler.stuck) {
      this.#failure = new EngineError(
        "prompt_unsupported",
        "no token of the model can continue the answer in the required format: change the schema or the grammar",
      );
    }
    const last = tokens.at(-1);
    // A rejected token is followed by the model's own. If a draft token is last, the token after it is undecided.
    this.#undecided = tokens.length <= drafted && last === this.#draft[tokens.length - 1];
    const accepted = Math.max(0, tokens.length - 1);
    if (drafted > 0) {
      drafts?.recordDraft(drafted, this.#undecided ? tokens.length : accepted, this.#undecided);
    } else if (last !== undefined) drafts?.recordUndrafted(last);
    let taken = 0;
    let ended = false;
    // Stop where single-token steps would have: draft tokens beyond are not part of the answer.
    for (const token of tokens) {
      ended = this.#take(token);
      taken += 1;
      if (ended || answer.stopped) break;
    }
    this.#unreportedTokens = 0;
    bursts(answer.push({ text: "", tokens: taken, drafted, accepted: Math.min(accepted, taken) }));
    if (answer.stopped) this.#reason = "stop";
    return ended || answer.stopped || answer.fault !== null || sampler.stuck;
  }

  /** Adds a token. Returns whether the answer ends with it. */
  #take(token: Token): boolean {
    const { drafts, answer, isEnd } = this.#options;
    this.#count += 1;
    this.#unreportedTokens += 1;
    if (isEnd(token)) return true;
    const added = this.#text.push(token);
    this.thread.transcript.write(token, added, this.#text.isWithinCharacter);
    answer.parse(added);
    drafts?.push(token);
    if (this.#room() > 0) return false;
    this.#reason = "length";
    return true;
  }

  /** Returns the remaining bursts, as far as the text is complete. */
  #remainingBursts(outcome: Outcome, isWhole: boolean): Burst[] {
    const { answer, fault } = this.#options;
    const said: Burst[] = [];
    try {
      // An interrupted answer is continued after its last complete character.
      const text = outcome.type === "cancelled" ? "" : this.#text.end();
      said.push(...answer.push({ text, tokens: this.#unreportedTokens, drafted: 0, accepted: 0 }));
      said.push(...answer.end(isWhole));
    } catch (cause) {
      if (outcome.type !== "failed") this.#failure ??= fault(cause);
    }
    return said;
  }

  /** Returns how many more tokens are allowed. */
  #room(): number {
    const { contextLength, maxTokens } = this.#options;
    return Math.min(maxTokens - this.#count, contextLength - this.thread.tokens.length);
  }

  end(outcome: Outcome): void {
    const { answer, sampler, bursts, ended } = this.#options;
    const { uncertainty } = sampler;
    sampler.dispose();
    this.thread.rememberAnswer(this.thread.tokens.slice(this.#start));
    let isWhole = outcome.type === "done" && this.#reason === "stop" && this.#failure === null;
    bursts(this.#remainingBursts(outcome, isWhole));
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
