import type { CharSet } from "../grammar/index.ts";

export interface State {
  readonly accepts: boolean;
  readonly edges: readonly Edge[];
}

/** The sets of a state's edges have no character in common. */
export interface Edge {
  readonly set: CharSet;
  readonly to: number;
}

/** For each state those that lead to it. */
export function statesBefore(states: readonly State[]): readonly (readonly number[])[] {
  const before: number[][] = states.map(() => []);
  for (const [from, { edges }] of states.entries()) for (const { to } of edges) before[to]?.push(from);
  return before;
}
