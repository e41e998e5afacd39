import type { Sandbox } from "../sandbox/index.ts";
import type { TestVerdict } from "../tests/index.ts";

/** One way of asking for an edit. */
export interface Instruction {
  /** How it is worded: `precise` and `lazy` in TS-Edit; other suites have names of their own. */
  readonly phrasing: string;
  readonly text: string;
}

/** An edit to be made, and what is known of right answers. */
export interface Problem {
  readonly id: string;
  /** The kind of edit, by which results are grouped. */
  readonly family: string;
  /** A name or a file extension. */
  readonly language: string;
  readonly before: string;
  /** A right answer; there may be others. Null: there is none. */
  readonly after: string | null;
  /** Other right answers that are known. */
  readonly alternatives?: readonly string[];
  /** Whether the right thing is to decline, as the edit is beyond what the model is made for. */
  readonly declines: boolean;
  readonly instructions: readonly Instruction[];
  /** Runs the hidden tests on an answer; null: the suite has none. */
  readonly test: ((answer: string, sandbox: Sandbox, signal?: AbortSignal) => Promise<TestVerdict>) | null;
  /** What an answer must leave alone; null: the suite does not say. */
  readonly scope: Scope | null;
}

export interface Scope {
  /** Declarations that must not change: names, or `Class.member`. */
  readonly keep: readonly string[];
  /** Lines removed or added, whichever are more. */
  readonly maxChangedLines: number;
}
