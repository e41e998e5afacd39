/** Resource limits of a sandboxed program. */
export interface SandboxLimits {
  /** Total run time in milliseconds, including waiting. */
  readonly wallMs: number;
  readonly cpuSeconds: number;
  /** Memory in MiB that the program may write to. */
  readonly memoryMib: number;
  /** Characters of stdout and stderr together. */
  readonly outputCharacters: number;
}

export const DEFAULT_LIMITS: SandboxLimits = {
  wallMs: 20_000,
  cpuSeconds: 10,
  memoryMib: 512,
  outputCharacters: 1_000_000,
};
