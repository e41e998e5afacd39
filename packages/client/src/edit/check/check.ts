/** A command that edited code has to pass, such as a type check, a linter or tests. */
export interface Check {
  /** Default: the command. */
  readonly name?: string;
  /** A shell command line, run in the project's folder. */
  readonly command: string;
  /** Timeout in milliseconds. Default 120,000. */
  readonly timeout?: number;
}

/**
 * How a check is isolated from the machine. `bubblewrap`, `sandbox-exec`: no network access, and written files are
 * discarded. `none`: it runs on a copy of the workspace, with all rights of this user.
 */
export type Confinement = "bubblewrap" | "sandbox-exec" | "none";

/** The outcome of a check. */
export interface CheckResult {
  readonly name: string;
  readonly command: string;
  /** `null` if it could not be run, or was stopped together with the edit; `output` says why. */
  readonly passed: boolean | null;
  /**
   * The shell's exit code: 126 or 127 if it cannot run a command. `null` after a signal or a timeout, or if nothing
   * ran.
   */
  readonly exitCode: number | null;
  /** The end of its output. */
  readonly output: string;
  readonly milliseconds: number;
  readonly confinement: Confinement;
}

/** Edited code and the path of its file, which is not changed. */
export interface EditedFile {
  readonly file: string;
  readonly code: string;
}

/** A request to run checks. The files belong to one project. */
export interface CheckRequest {
  readonly edited: readonly EditedFile[];
  readonly checks: readonly Check[];
  readonly signal: AbortSignal | undefined;
}

/** Runs checks one after another, up to the first that does not pass. */
export type RunChecks = (request: CheckRequest) => Promise<readonly CheckResult[]>;

/** Returns the message that asks the model to fix code that fails a check. */
export function repairRequest({ name, output }: CheckResult): string {
  return `The code does not pass the check "${name}":
${output.trim()}
Mend it, and answer with the whole edited code again.`;
}
