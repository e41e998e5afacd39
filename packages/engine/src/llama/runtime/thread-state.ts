import type { BrokenPrefix, Prompt, Prospect } from "../../contract/index.ts";
import type { RenderedPrompt } from "../../prompt/index.ts";
import type { Token } from "../binding/index.ts";
import { Transcript } from "./transcript.ts";

export interface ModelReference {
  readonly id: string;
  readonly path: string;
}

/** A KV sequence of the model's context. */
export interface Sequence {
  readonly id: number;
  /** The tokens whose state it has. */
  cells: Token[];
  /** The user that the tokens belong to. */
  user: string | null;
  owner: ThreadState | null;
  /** Counter value of its last use. */
  used: number;
  /** Whether its state is a pending copy, which takes effect with the next step. */
  isCopied: boolean;
}

/** Number of answers that a thread remembers, and tokens per answer. */
const MAX_ANSWERS = 4;
const MAX_ANSWER = 2_048;

/** A thread's latest prompt. */
export interface LatestPrompt {
  readonly prompt: Prompt;
  readonly rendered: RenderedPrompt;
  /** Tokens of it that the thread already had. */
  readonly keptTokens: number;
  readonly broke: BrokenPrefix | null;
}

/** A thread in the engine's process. Its transcript outlives its KV state. */
export class ThreadState {
  readonly id: number;
  readonly model: ModelReference;
  /** The user that the thread belongs to; it never reuses state of other users. */
  readonly user: string | null;
  transcript = new Transcript();
  /** The latest prompt; null before the first. */
  latestPrompt: LatestPrompt | null = null;
  /** Earlier answers, the latest last, as draft sources for later ones. */
  answers: readonly (readonly Token[])[] = [];
  sequence: Sequence | null = null;
  /** Tokens whose state was evicted since the last prefill. */
  lostTokens = 0;
  /** Whether a prefill or generation is running. */
  busy = false;
  /** Until when its prefilled prompt waits for its answer to be requested (`performance.now()`). */
  answerExpectedUntil = 0;
  /** How likely its conversation is to continue. */
  prospect: Prospect = "open";
  released = false;

  /** Remembers an answer's tokens, within limits. */
  rememberAnswer(tokens: readonly Token[]): void {
    const answers = [...this.answers, tokens.slice(-MAX_ANSWER)];
    this.answers = answers.slice(-MAX_ANSWERS);
  }

  constructor(id: number, model: ModelReference, user: string | null) {
    this.id = id;
    this.model = model;
    this.user = user;
  }

  /** The transcript's tokens. The last one is evaluated by the step that needs its output. */
  get tokens(): readonly Token[] {
    return this.transcript.tokens;
  }
}
