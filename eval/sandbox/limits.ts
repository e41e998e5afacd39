/** What a sandboxed program may use. */
export interface SandboxLimits {
  /** From start to end, waiting included. */
  readonly wallMs: number;
  readonly cpuSeconds: number;
  /** Memory that the program may fill. */
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
