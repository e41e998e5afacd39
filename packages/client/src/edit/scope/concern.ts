/**
 * - `undeclared`: a name is used that is no longer declared, or never was.
 * - `renamed`: a name was replaced by another.
 * - `repeated`: lines appear twice in a row.
 * - `text`: a string or a comment was changed.
 * - `deleted`: lines were removed.
 * - `elsewhere`: a declaration was changed, but the instruction names another one.
 * - `endless`: a new loop changes nothing that its condition reads.
 * - `constant`: a `const` is assigned to.
 * - `rewritten`: a recursion or a loop was replaced.
 * - `absent`: the instruction names something that is nowhere in the code.
 * - `unreadable`: a character was lost.
 */
export type ScopeConcernKind =
  | "undeclared"
  | "renamed"
  | "repeated"
  | "text"
  | "deleted"
  | "elsewhere"
  | "endless"
  | "constant"
  | "rewritten"
  | "absent"
  | "unreadable";

/** A change that the instruction does not mention. */
export interface ScopeConcern {
  readonly kind: ScopeConcernKind;
  /** 1-based line of the edited code; for a deletion, the line after it. */
  readonly line: number;
  /** Human-readable, such as `"total" is used and no longer declared`. */
  readonly message: string;
}
