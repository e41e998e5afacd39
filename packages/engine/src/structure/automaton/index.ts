export { Automaton, type AutomatonLimits, type State } from "./automaton.ts";
export { type Term, Terms } from "./term.ts";
export { writeAutomaton } from "./write-automaton.ts";
