import type { Language } from "../syntax/index.ts";

/** What is asked for: an edit, two of them, what is done already, or what is beyond the model. */
export type Kind = "edit" | "two edits" | "nothing to do" | "out of scope";

/** One lesson: an instruction, the code it is about, and the answer. */
export interface Triple {
  readonly instruction: string;
  readonly before: string;
  /** Undefined where the right answer is that the model cannot do it. */
  readonly after: string | undefined;
  /** A family's name; two of them with `+` between. */
  readonly family: string;
  readonly kind: Kind;
  readonly language: Language | undefined;
}
