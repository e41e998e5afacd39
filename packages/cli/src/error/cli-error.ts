/** Exit codes: 1 the work failed, 2 wrong usage, 3 the model declined, 130 interrupted by the user. */
export type ExitCode = 1 | 2 | 3 | 130;

/** An expected failure. Its message is one line that names the remedy; no stack is shown. */
export class CliError extends Error {
  override readonly name = "CliError";
  /** Stable code of the failure, such as `file_missing`. */
  readonly code: string;
  readonly exitCode: ExitCode;

  constructor(code: string, message: string, exitCode: ExitCode = 1, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.exitCode = exitCode;
  }
}

/** Wrong usage: bad arguments, or input that cannot be edited. */
export class UsageError extends CliError {
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(code, message, 2, options);
  }
}
