/** What tests say of an answer. */
export interface TestVerdict {
  readonly passed: boolean;
  /** One line or a few for each thing that is wrong; empty if passed. */
  readonly failures: readonly string[];
}
