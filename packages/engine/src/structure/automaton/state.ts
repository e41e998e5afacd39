import type { CharSet } from "../grammar/index.ts";

export interface State {
  readonly accepts: boolean;
  readonly edges: readonly Edge[];
}

/** An edge to the next state. The sets of a state's edges are disjoint. */
export interface Edge {
  readonly set: CharSet;
  readonly to: number;
}

/** Returns, for each state, the states with an edge to it. */
export function statesBefore(states: readonly State[]): readonly (readonly number[])[] {
  const before: number[][] = states.map(() => []);
  for (const [from, { edges }] of states.entries()) for (const { to } of edges) before[to]?.push(from);
  return before;
}
