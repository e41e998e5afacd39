/** The model's confidence in its answer. */
export interface Sureness {
  /**
   * The probability that the model assigns to its whole answer, from 0 to 1; `null` if unknown, for example for models
   * that can express the same edit in many ways.
   */
  readonly confidence: number | null;
  /** Whether the confidence is too low: the model may have misunderstood the instruction. */
  readonly doubtful: boolean;
}

export function sureness(confidence: number | null, doubtBelow: number): Sureness {
  return { confidence, doubtful: confidence !== null && confidence < doubtBelow };
}
