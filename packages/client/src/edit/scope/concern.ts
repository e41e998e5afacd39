/**
 * - `undeclared`: a name is used that is declared no longer, or was never heard of.
 * - `renamed`: one name stands in another's place.
 * - `repeated`: lines appear twice in a row.
 * - `text`: a text or a comment was changed.
 * - `deleted`: lines are gone.
 * - `elsewhere`: a declaration is changed, and the instruction names another one.
 * - `endless`: a new loop changes nothing that its condition reads.
 * - `constant`: a `const` is assigned to.
 * - `rewritten`: a recursion or a loop is none now.
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

/** A change that the instruction does not speak of. */
export interface ScopeConcern {
  readonly kind: ScopeConcernKind;
  /** 1-based line of the edited code; of what is deleted, the line that it stood before. */
  readonly line: number;
  /** For people, such as `"total" is used and no longer declared`. */
  readonly message: string;
}
