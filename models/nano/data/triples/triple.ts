import type { Language } from "../syntax/index.ts";

/** The kind of a request: one edit, two edits, an edit that is already done, or one that the model cannot make. */
export type Kind = "edit" | "two edits" | "nothing to do" | "out of scope";

/** One training example: an instruction, its code and the answer. */
export interface Triple {
  readonly instruction: string;
  readonly before: string;
  /** Undefined if the right answer is that the model cannot do it. */
  readonly after: string | undefined;
  /** The family's name, or two names joined with `+`. */
  readonly family: string;
  readonly kind: Kind;
  readonly language: Language | undefined;
}
