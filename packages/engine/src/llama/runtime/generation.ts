import { type Burst, EngineError, type Finish } from "../../contract/index.ts";
import type { DraftAligner, DraftPace } from "../../draft/index.ts";
import type { Sampler, Token } from "../binding/index.ts";
import type { Answer } from "./answer.ts";
import type { Job, Outcome, Sampled } from "./jobs.ts";
import type { ThreadState } from "./thread-state.ts";
import { TokenText } from "./token-text.ts";

/** A draft being followed, and how much of it to propose at a time. */
export interface Speculation {
  readonly aligner: DraftAligner;
  readonly pace: DraftPace;
}

export interface GenerationEnd {
  readonly reason: Finish["reason"];
  readonly error: EngineError | null;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
}

export interface GenerationOptions {
  readonly thread: ThreadState;
  readonly sampler: Sampler;
  readonly answer: Answer;
  readonly speculation: Speculation | null;
  /** Tokens that the thread may have at most, and that this answer may have. */
  readonly contextLength: number;
  readonly maxTokens: number;
  isEnd(token: Token): boolean;
  bytesOf(token: Token): Uint8Array;
  bursts(bursts: readonly Burst[]): void;
  ended(end: GenerationEnd): void;
}

/** One answer, a step at a time. */
export class Generation implements Job {
  readonly thread: ThreadState;
  readonly #options: GenerationOptions;
  readonly #text: TokenText;
  /** Text of tokens that were taken and not put out yet. */
  #added = "";
  #count = 0;
  #reason: "stop" | "length" = "stop";
  #failure: EngineError | null = null;
  cancelled = false;

  constructor(options: GenerationOptions) {
    this.thread = options.thread;
    this.#options = options;
    this.#text = new TokenText(options.bytesOf);
  }

  next(): Sampled {
    const { sampler, speculation } = this.#options;
    if (!speculation) return { sampler, draft: [] };
    const length = Math.min(speculation.pace.next(), this.#room() - 1);
    return { sampler, draft: speculation.aligner.proposal(length) };
  }

  progress(): void {
    // Only a thread that lost its state is evaluated here, and nobody waits for its numbers.
  }

  sampled(tokens: readonly Token[], drafted: number): boolean {
    const { sampler, speculation, answer, bursts } = this.#options;
    if (sampler.stuck) {
      this.#failure = new EngineError(
        "prompt_unsupported",
        "no token of the model goes on with the form that the answer is held to: change the schema or the grammar",
      );
    }
    const accepted = Math.max(0, tokens.length - 1);
    if (drafted > 0) speculation?.pace.verified(drafted, accepted);
    let taken = 0;
    let ended = false;
    for (const token of tokens) {
      ended = this.#take(token, drafted === 0);
      taken += 1;
      if (ended) break;
    }
    const text = this.#added;
    this.#added = "";
    bursts(answer.push({ text, tokens: taken, drafted, accepted }));
    if (answer.stopped) this.#reason = "stop";
    return ended || answer.stopped || sampler.stuck;
  }

  /** True where the answer ends with this token. */
  #take(token: Token, observe: boolean): boolean {
    const { speculation, isEnd } = this.#options;
    this.#count += 1;
    if (isEnd(token)) return true;
    const added = this.#text.push(token);
    this.thread.transcript.write(token, added);
    this.#added += added;
    if (speculation) {
      const [guess] = observe ? speculation.aligner.proposal(1) : [];
      // Where nothing was drafted, what would have been tells whether drafting pays again.
      if (guess !== undefined) speculation.pace.verified(1, guess === token ? 1 : 0);
      speculation.aligner.push(token);
    }
    if (this.#room() > 0) return false;
    this.#reason = "length";
    return true;
  }

  /** Tokens that may still come. */
  #room(): number {
    const { contextLength, maxTokens } = this.#options;
    return Math.min(maxTokens - this.#count, contextLength - this.thread.tokens.length);
  }

  end(outcome: Outcome): void {
    const { answer, sampler, bursts, ended } = this.#options;
    sampler.dispose();
    // A stopped answer goes on from its last whole character.
    const rest = outcome.type === "cancelled" ? "" : this.#text.end();
    bursts([...answer.push({ text: rest, tokens: 0, drafted: 0, accepted: 0 }), ...answer.end()]);
    const error = outcome.type === "failed" ? outcome.error : this.#failure;
    const reason = outcome.type === "cancelled" ? "aborted" : this.#reason;
    ended({
      reason: error === null ? reason : "error",
      error,
      outputTokens: this.#count,
      reasoningTokens: answer.reasoningTokens,
    });
  }
}
