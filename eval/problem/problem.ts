import type { Sandbox } from "../sandbox/index.ts";
import type { TestVerdict } from "../tests/index.ts";

/** One wording of an edit. */
export interface Instruction {
  /** Kind of wording: `precise` and `lazy` in TS-Edit; other suites have other names. */
  readonly phrasing: string;
  readonly text: string;
}

/** An edit to make, and what is known about correct answers. */
export interface Problem {
  readonly id: string;
  /** Kind of edit; results are grouped by it. */
  readonly family: string;
  /** Name of the language, or a file extension. */
  readonly language: string;
  readonly before: string;
  /** A correct answer; there may be others. Null: there is none. */
  readonly after: string | null;
  /** Other known correct answers. */
  readonly alternatives?: readonly string[];
  /** Whether the correct response is to decline, because the edit is beyond the model's abilities. */
  readonly declines: boolean;
  readonly instructions: readonly Instruction[];
  /** Runs the hidden tests on an answer; null: the suite has none. */
  readonly test: ((answer: string, sandbox: Sandbox, signal?: AbortSignal) => Promise<TestVerdict>) | null;
  /** What an answer must not change; null: the suite does not say. */
  readonly scope: Scope | null;
}

export interface Scope {
  /** Declarations that must not change: names, or `Class.member`. */
  readonly keep: readonly string[];
  /** Maximum of the larger of removed and added lines. */
  readonly maxChangedLines: number;
}
