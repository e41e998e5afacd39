/**
 * Exit codes: 1 the work failed, 2 the command was used wrongly, 3 the model declined, 130 the person interrupted it.
 */
export type ExitCode = 1 | 2 | 3 | 130;

/** A failure that the CLI foresees. Its message is one line that names the remedy; no stack is shown. */
export class CliError extends Error {
  override readonly name = "CliError";
  /** Stable name of the failure, such as `file_missing`. */
  readonly code: string;
  readonly exitCode: ExitCode;

  constructor(code: string, message: string, exitCode: ExitCode = 1, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.exitCode = exitCode;
  }
}

/** The command was used wrongly: bad arguments, or input that cannot be edited. */
export class UsageError extends CliError {
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(code, message, 2, options);
  }
}
