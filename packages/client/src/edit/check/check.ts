/** A command of the caller's own that edited code has to pass: a type check, a linter, tests. */
export interface Check {
  /** Default: the command. */
  readonly name?: string;
  /** A line for the shell, run in the project's folder. */
  readonly command: string;
  /** Milliseconds. Default 120,000. */
  readonly timeout?: number;
}

/**
 * What keeps a check from the rest of the machine. `bubblewrap` and `sandbox-exec`: no network, and what it writes is
 * thrown away. `none`: it runs on a copy of the workspace as any program of this user.
 */
export type Confinement = "bubblewrap" | "sandbox-exec" | "none";

/** How a check ended, with what it said as the proof. */
export interface CheckResult {
  readonly name: string;
  readonly command: string;
  /** `null`: it could not be run, or not to its end, as the edit was given up; `output` says why. */
  readonly passed: boolean | null;
  /** The shell's: 126 and 127 for a command that it cannot run. `null` where a signal or a limit ended it, or nothing ran. */
  readonly exitCode: number | null;
  /** The end of what it printed. */
  readonly output: string;
  readonly milliseconds: number;
  readonly confinement: Confinement;
}

/** Code and the file that it belongs in, which stays as it is. */
export interface EditedFile {
  readonly file: string;
  readonly code: string;
}

/** What is to be checked. The files are one project's. */
export interface CheckRequest {
  readonly edited: readonly EditedFile[];
  readonly checks: readonly Check[];
  readonly signal: AbortSignal | undefined;
}

/** Runs checks one after another, up to the first that does not pass. */
export type RunChecks = (request: CheckRequest) => Promise<readonly CheckResult[]>;

/** What the model is told of a check that its code does not pass. */
export function repairRequest({ name, output }: CheckResult): string {
  return `The code does not pass the check "${name}":
${output.trim()}
Mend it, and answer with the whole edited code again.`;
}
