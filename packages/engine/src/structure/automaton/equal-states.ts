import type { SetTable } from "./set-table.ts";
import { type State, statesBefore } from "./state.ts";

/**
 * For each state the group of those that go on alike. Groups are split until none has two states that differ; the
 * largest part of one keeps its number, so that only what leads to the others is looked at again (Hopcroft).
 * `spend` takes note of the work, and may throw.
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
    // All are looked at before a number changes.
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

/** All parts of a group but the largest. What of it was not looked at goes on as before, and so unlike all of them. */
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

/** What tells states of one group apart: by which characters they go on to which group. */
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
