/** The model's confidence in its answer. */
export interface ConfidenceVerdict {
  /**
   * The probability that the model assigns to its whole answer, from 0 to 1; `null` if unknown, for example for models
   * that can express the same edit in many ways.
   */
  readonly confidence: number | null;
  /** Whether the confidence is too low: the model may have misunderstood the instruction. */
  readonly doubtful: boolean;
}

export function confidenceVerdict(confidence: number | null, doubtBelow: number): ConfidenceVerdict {
  return { confidence, doubtful: confidence !== null && confidence < doubtBelow };
}
