/** The result of running the tests on an answer. */
export interface TestVerdict {
  readonly passed: boolean;
  /** One entry per failure, of one or a few lines; empty if passed. */
  readonly failures: readonly string[];
}
