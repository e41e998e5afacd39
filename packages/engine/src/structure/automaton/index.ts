export { Automaton, type AutomatonLimits } from "./automaton.ts";
export type { State } from "./state.ts";
export { type Term, Terms } from "./term.ts";
export { writeAutomaton } from "./write-automaton.ts";
