/** How sure a model is of its answer. */
export interface Sureness {
  /**
   * The probability that the model gives to its whole answer, from 0 to 1; `null` where it is not known, as of models
   * that may put one edit in many ways.
   */
  readonly confidence: number | null;
  /** Whether that is too little: the model may not have understood what it was asked for. */
  readonly doubtful: boolean;
}

export function sureness(confidence: number | null, doubtBelow: number): Sureness {
  return { confidence, doubtful: confidence !== null && confidence < doubtBelow };
}
