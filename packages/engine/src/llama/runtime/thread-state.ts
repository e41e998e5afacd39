import type { OutputParser } from "../../prompt/index.ts";
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

/** A thread as the engine's process has it. What it stands at outlives its KV state. */
export class ThreadState {
  readonly id: number;
  readonly model: ModelReference;
  transcript = new Transcript();
  /** The transcript's tokens; the last of them is evaluated by the step that wants its output. */
  tokens: Token[] = [];
  /** Makes a parser for what the model answers from here; null before the first prompt. */
  parser: (() => OutputParser) | null = null;
  sequence: Sequence | null = null;
  /** A prefill or a generation is under way. */
  busy = false;
  released = false;

  constructor(id: number, model: ModelReference) {
    this.id = id;
    this.model = model;
  }
}
