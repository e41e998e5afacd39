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
  /** The tokens that it holds the state of. */
  cells: Token[];
  /** Whose tokens these are. */
  user: string | null;
  owner: ThreadState | null;
  /** Ordinal of its last use. */
  used: number;
  /** Its state was copied from another one's, which takes effect with the next step. */
  isCopied: boolean;
}

/** Answers that a thread remembers, and the tokens of each. */
const MAX_ANSWERS = 4;
const MAX_ANSWER = 2_048;

/** A prompt that a thread was brought to. */
export interface Asked {
  readonly prompt: Prompt;
  readonly rendered: RenderedPrompt;
  /** Tokens that the thread had of it before. */
  readonly keptTokens: number;
  readonly broke: BrokenPrefix | null;
}

/** A thread as the engine's process has it. What it stands at outlives its KV state. */
export class ThreadState {
  readonly id: number;
  readonly model: ModelReference;
  /** Whose it is: it reuses nothing of another user's. */
  readonly user: string | null;
  transcript = new Transcript();
  /** What it was asked last; null before the first prompt. */
  asked: Asked | null = null;
  /** What the thread answered before, the latest last: later answers may say it again. */
  answers: readonly (readonly Token[])[] = [];
  sequence: Sequence | null = null;
  /** Tokens whose state made room for another thread's since the last prefill. */
  lostTokens = 0;
  /** A prefill or a generation is under way. */
  busy = false;
  /** Until when its answer is awaited, its prompt being read; in milliseconds of `performance.now()`. */
  goesOnUntil = 0;
  /** How likely its conversation is to go on. */
  prospect: Prospect = "open";
  released = false;

  /** Takes an answer's tokens. Few are kept. */
  answered(tokens: readonly Token[]): void {
    const answers = [...this.answers, tokens.slice(-MAX_ANSWER)];
    this.answers = answers.slice(-MAX_ANSWERS);
  }

  constructor(id: number, model: ModelReference, user: string | null) {
    this.id = id;
    this.model = model;
    this.user = user;
  }

  /** The transcript's tokens; the last of them is evaluated by the step that wants its output. */
  get tokens(): readonly Token[] {
    return this.transcript.tokens;
  }
}
