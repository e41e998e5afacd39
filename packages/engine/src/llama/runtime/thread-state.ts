import type { BrokenPrefix, Prompt } from "../../contract/index.ts";
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
  owner: ThreadState | null;
  /** Ordinal of its last use. */
  used: number;
}

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
  transcript = new Transcript();
  /** What it was asked last; null before the first prompt. */
  asked: Asked | null = null;
  sequence: Sequence | null = null;
  /** Tokens whose state made room for another thread's since the last prefill. */
  lostTokens = 0;
  /** A prefill or a generation is under way. */
  busy = false;
  released = false;

  constructor(id: number, model: ModelReference) {
    this.id = id;
    this.model = model;
  }

  /** The transcript's tokens; the last of them is evaluated by the step that wants its output. */
  get tokens(): readonly Token[] {
    return this.transcript.tokens;
  }
}
