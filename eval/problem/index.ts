export type { Instruction, Problem, Scope } from "./problem.ts";
