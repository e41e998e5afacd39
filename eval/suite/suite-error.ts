/** A suite cannot be loaded. The message names the remedy. */
export class SuiteError extends Error {
  override readonly name = "SuiteError";
}
