import { CharSet } from "../grammar/index.ts";
import { Untranslatable } from "../structure-error.ts";
import { characterClasses } from "./character-classes.ts";
import { Derivatives } from "./derivatives.ts";
import { addTo, equalStates } from "./equal-states.ts";
import { SetTable } from "./set-table.ts";
import { type State, statesBefore } from "./state.ts";
import type { Term, Terms } from "./term.ts";

/** Limits of an automaton's size and of the work to build it. */
export interface AutomatonLimits {
  /** Most states of one automaton. */
  readonly states: number;
  /** Counts work done. May throw. */
  spend(steps: number): void;
}

const NO_CHARACTER = CharSet.of();

/**
 * A set of texts as a finite automaton that starts in state 0. Every other state can still reach an accepting one.
 */
export class Automaton {
  readonly states: readonly State[];
  readonly #limits: AutomatonLimits;

  private constructor(states: readonly State[], limits: AutomatonLimits) {
    this.states = trimmed(states);
    this.#limits = limits;
  }

  /** Throws {@link Untranslatable} if the automaton would have more than `limits.states` states. */
  static of(term: Term, terms: Terms, limits: AutomatonLimits): Automaton {
    const classes = characterClasses(terms.sets, (steps) => limits.spend(steps));
    const codes = classes.map(({ ranges }) => ranges[0]?.[0] ?? 0);
    const derivatives = new Derivatives(terms, codes, (steps) => limits.spend(steps));
    return Automaton.fromWalk(
      term,
      {
        key: ({ number }) => number,
        accepts: ({ isNullable }) => isNullable,
        next: (from) =>
          Array.from(derivatives.of(from), ([at, to]) => ({ set: classes[at] ?? NO_CHARACTER, to })),
      },
      limits,
    );
  }

  /** Builds the automaton of all places reachable from `start`. Throws {@link Untranslatable} as {@link of} does. */
  static fromWalk<Place>(
    start: Place,
    walk: Walk<Place>,
    limits: AutomatonLimits,
    sets = new SetTable(limits.spend),
  ): Automaton {
    const numbers = new Map<unknown, number>([[walk.key(start), 0]]);
    const places = [start];
    const states: State[] = [];
    for (let place = places[0]; place !== undefined; place = places[states.length]) {
      const targets = new Map<number, CharSet[]>();
      for (const { set, to } of walk.next(place)) {
        const key = walk.key(to);
        const number = numbers.get(key) ?? places.push(to) - 1;
        numbers.set(key, number);
        addTo(targets, number, set);
      }
      if (places.length > limits.states)
        throw new Untranslatable("too many alternatives to distinguish at once");
      limits.spend(1 + targets.size);
      const edges = [...targets].map(([to, within]) => ({ set: sets.union(within), to }));
      states.push({ accepts: walk.accepts(place), edges });
    }
    return new Automaton(states, limits);
  }

  get isEmpty(): boolean {
    return this.states.length === 1 && this.states[0]?.accepts === false;
  }

  accepts(text: string): boolean {
    let state = this.states[0];
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const edge = state?.edges.find(({ set }) => set.has(code));
      if (!edge) return false;
      state = this.states[edge.to];
    }
    return state?.accepts ?? false;
  }

  /** Returns the intersection with `other`. */
  intersect(other: Automaton): Automaton {
    const [mine, its] = [this.states, other.states];
    const sets = new SetTable(this.#limits.spend);
    return Automaton.fromWalk<readonly [number, number]>(
      [0, 0],
      {
        key: ([a, b]) => a * its.length + b,
        accepts: ([a, b]) => mine[a]?.accepts === true && its[b]?.accepts === true,
        next: ([a, b]) =>
          (mine[a]?.edges ?? []).flatMap((one) =>
            (its[b]?.edges ?? []).flatMap((another) => {
              this.#limits.spend(1);
              const set = sets.intersect(one.set, another.set);
              return set.isEmpty ? [] : [{ set, to: [one.to, another.to] as const }];
            }),
          ),
      },
      this.#limits,
      sets,
    );
  }

  /** Returns the texts of `min` to `max` characters. `max` may be infinite. */
  ofLength(min: number, max: number): Automaton {
    const rest = this.#leastRest();
    const counted = Number.isFinite(max) ? Number.POSITIVE_INFINITY : min;
    return Automaton.fromWalk<readonly [number, number]>(
      [0, 0],
      {
        key: ([state, count]) => state + count * this.states.length,
        accepts: ([state, count]) => count >= min && this.states[state]?.accepts === true,
        next: ([state, count]) =>
          (this.states[state]?.edges ?? [])
            .filter(({ to }) => count + 1 + (rest[to] ?? 0) <= max)
            .map(({ set, to }) => ({ set, to: [to, Math.min(count + 1, counted)] as const })),
      },
      this.#limits,
    );
  }

  /** Returns an automaton of the same texts with the fewest possible states, merging equivalent states. */
  minimal(): Automaton {
    const sets = new SetTable(this.#limits.spend);
    const groups = equalStates(this.states, sets, this.#limits.spend);
    const members = new Map(groups.map((group, state) => [group, state]));
    return Automaton.fromWalk<number>(
      groups[0] ?? 0,
      {
        key: (group) => group,
        accepts: (group) => this.states[members.get(group) ?? 0]?.accepts === true,
        next: (group) =>
          (this.states[members.get(group) ?? 0]?.edges ?? []).map(({ set, to }) => ({
            set,
            to: groups[to] ?? 0,
          })),
      },
      this.#limits,
      sets,
    );
  }

  /** Returns, for each state, the fewest characters that lead from it to an accepting state. */
  #leastRest(): readonly number[] {
    const before = statesBefore(this.states);
    const rest = this.states.map(({ accepts }) => (accepts ? 0 : Number.POSITIVE_INFINITY));
    const waiting = this.states.flatMap(({ accepts }, state) => (accepts ? [state] : []));
    for (const state of waiting) {
      for (const from of before[state] ?? []) {
        if ((rest[from] ?? 0) !== Number.POSITIVE_INFINITY) continue;
        rest[from] = (rest[state] ?? 0) + 1;
        waiting.push(from);
      }
    }
    return rest;
  }
}

/** How to walk from place to place. Each place becomes a state of the automaton. */
interface Walk<Place> {
  /** Identifies a place: places with equal keys are the same. */
  key(place: Place): unknown;
  /** Whether a text may end at this place. */
  accepts(place: Place): boolean;
  next(place: Place): readonly { readonly set: CharSet; readonly to: Place }[];
}

/** Removes the states from which no accepting state can be reached. */
function trimmed(states: readonly State[]): readonly State[] {
  const before = statesBefore(states);
  const alive = new Set(states.flatMap(({ accepts }, state) => (accepts ? [state] : [])));
  for (const state of alive) for (const from of before[state] ?? []) alive.add(from);
  if (alive.size === states.length) return states;
  const kept = [0, ...[...alive].filter((state) => state !== 0).sort((a, b) => a - b)];
  const numbers = new Map(kept.map((state, number) => [state, number]));
  return kept.map((state) => ({
    accepts: states[state]?.accepts ?? false,
    edges: (states[state]?.edges ?? []).flatMap(({ set, to }) =>
      alive.has(to) ? [{ set, to: numbers.get(to) ?? 0 }] : [],
    ),
  }));
}
