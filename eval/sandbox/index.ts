export type { Confinement } from "./confinement.ts";
export type { SandboxLimits } from "./limits.ts";
export type { Runtime, SandboxOutcome, SandboxProgram, SandboxRun } from "./program.ts";
export { Sandbox } from "./sandbox.ts";
