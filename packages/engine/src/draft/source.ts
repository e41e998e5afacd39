/**
 * Somewhere that an answer's next tokens may be found before the model has said them. A source is told every token of
 * the answer, whether it was drafted or not, and costs bounded work for each.
 */
export interface DraftSource {
  /** How sure the source is of its place: tokens in a row that it had right, or that it found again. 0: none. */
  readonly agreement: number;
  /** Takes the answer's next token. */
  push(token: number): void;
  /** What would come next, `length` tokens at most; empty where the source has no idea. */
  proposal(length: number): Uint32Array;
}

export const NOTHING = new Uint32Array(0);
