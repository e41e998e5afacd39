export { type NodeTests, runNodeTests } from "./node-tests.ts";
export { runProgramTests } from "./program-tests.ts";
export { scopeViolations } from "./scope-check.ts";
export type { TestVerdict } from "./verdict.ts";
