import type { SetTable } from "./set-table.ts";
import { type State, statesBefore } from "./state.ts";

/**
 * Returns, for each state, the number of its group of equivalent states (Hopcroft). Groups are split until all states
 * within each are equivalent. The largest part of a split group keeps the group's number, so only states leading to
 * the other parts are checked again. `spend` counts the work, and may throw.
 */
export function equalStates(
  states: readonly State[],
  sets: SetTable,
  spend: (steps: number) => void,
): readonly number[] {
  const groups = states.map(({ accepts }) => Number(accepts));
  const members = new Map<number, Set<number>>([
    [0, new Set()],
    [1, new Set()],
  ]);
  for (const [state, group] of groups.entries()) members.get(group)?.add(state);
  const before = statesBefore(states);

  for (let changed = new Set(states.keys()); changed.size > 0; ) {
    // Compute the parts of all groups before any state's group number changes.
    const parts = new Map<number, Map<string, number[]>>();
    for (const state of changed) {
      const { edges = [] } = states[state] ?? {};
      spend(1 + edges.length);
      const group = groups[state] ?? 0;
      const ofGroup = parts.get(group) ?? new Map<string, number[]>();
      parts.set(group, ofGroup);
      addTo(ofGroup, movesOf(edges, groups, sets), state);
    }
    changed = new Set();
    for (const [group, ofGroup] of parts) {
      for (const part of partsToMove([...ofGroup.values()], members.get(group) ?? new Set())) {
        const number = members.size;
        members.set(number, new Set(part));
        for (const state of part) {
          members.get(group)?.delete(state);
          groups[state] = number;
          for (const from of before[state] ?? []) changed.add(from);
        }
      }
    }
  }
  return groups;
}

/**
 * Returns all parts of a group but the largest. States that were not looked at form one more part: their moves are
 * unchanged and differ from those of all other parts.
 */
function partsToMove(
  looked: readonly (readonly number[])[],
  all: ReadonlySet<number>,
): (readonly number[])[] {
  const [largest = [], ...smaller] = looked.toSorted((a, b) => b.length - a.length);
  const left = all.size - looked.reduce((sum, part) => sum + part.length, 0);
  if (left === 0) return smaller;
  if (left >= largest.length) return [...looked];
  const known = new Set(looked.flat());
  return [...smaller, [...all].filter((state) => !known.has(state))];
}

/** Returns a key that is equal for states with the same moves: the characters on which they go to each group. */
function movesOf(edges: State["edges"], groups: readonly number[], sets: SetTable): string {
  const targets = new Map<number, (typeof edges)[number]["set"][]>();
  for (const { set, to } of edges) addTo(targets, groups[to] ?? 0, set);
  return [...targets]
    .map(([group, within]) => `${group}:${sets.number(sets.union(within))}`)
    .sort()
    .join(" ");
}

export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
