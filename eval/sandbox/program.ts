import type { SandboxLimits } from "./limits.ts";

export type Runtime = "node" | "python";

/** A program to run in the sandbox. It can read its own files, but no others of this machine. */
export interface SandboxProgram {
  readonly runtime: Runtime;
  /** Text by path, relative to the program's folder. */
  readonly files: Readonly<Record<string, string>>;
  /** The file to run. */
  readonly entry: string;
  readonly stdin?: string;
  readonly limits?: Partial<SandboxLimits>;
}

/**
 * How a run ended.
 * - `exited`: on its own; a memory or CPU limit shows as a signal or a failing exit code.
 * - `timed_out`: killed after `wallMs`.
 * - `flooded`: killed because it printed more than `outputCharacters`.
 * - `aborted`: killed because the caller aborted it.
 */
export type SandboxOutcome = "exited" | "timed_out" | "flooded" | "aborted";

export interface SandboxRun {
  readonly outcome: SandboxOutcome;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}
