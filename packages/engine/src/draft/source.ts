/**
 * Predicts an answer's next tokens. A source receives every token of the answer, drafted or not, and does bounded work
 * for each.
 */
export interface DraftSource {
  /** Certainty of the source's place: consecutive tokens that it predicted or matched. 0 if it has no place. */
  readonly agreement: number;
  /** Adds the answer's next token. */
  push(token: number): void;
  /** Returns up to `length` predicted tokens; empty if the source has no place. */
  proposal(length: number): Uint32Array;
}

export const NOTHING = new Uint32Array(0);
