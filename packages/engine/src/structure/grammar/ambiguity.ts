import { Untranslatable } from "../structure-error.ts";
import type { Work } from "../work.ts";
import { type Element, readGbnf } from "./gbnf-rules.ts";

/** Characters that a place is followed for, and sets of stacks that are followed at once, the largest ones. */
const STEPS = 48;
const WIDTH = 4;
/** Characters after which a set that has not grown is let go. */
const PATIENCE = 6;
/** Characters by which a set is followed, those that most of its stacks go on with. */
const BRANCHES = 2;
/** Steps of stacks for one grammar, after which what was not looked at is let pass. */
const MOST_WORK = 100_000;

/**
 * Throws {@link Untranslatable} where a text can be read in so many ways at once that llama.cpp, which follows all of
 * them as stacks of open rules, would take minutes for a token, or for ever.
 *
 * From every place at which a rule begins, the texts that keep the most stacks are followed for some characters. So it
 * finds what multiplies (rules that nest within themselves in two ways, repetitions of repetitions), and is no proof
 * that nothing does.
 */
export function refuseAmbiguity(gbnf: string, mostStacks: number, work: Work): void {
  const { rules, names } = readGbnf(gbnf, work);
  const ambiguity = new Ambiguity(rules, mostStacks, work);
  for (const [rule, alternatives] of rules.entries()) {
    if (!ambiguity.explodes(alternatives)) continue;
    throw new Untranslatable(
      `too ambiguous: a text of ${STEPS} characters can be read in more than ${mostStacks} ways at once ` +
        `(in the rule ${names[rule]}); let its choices begin differently, and nest or repeat in one way only`,
    );
  }
}

/** The last of a stack's elements is what comes next; the stack is what comes then. Equal stacks are one. */
interface Stack {
  readonly row: readonly Element[];
  readonly at: number;
  readonly under: Stack | null;
  readonly number: number;
}

class Ambiguity {
  readonly #rules: readonly (readonly (readonly Element[])[])[];
  readonly #most: number;
  readonly #rows = new Map<readonly Element[], number>();
  readonly #stacks = new Map<string, Stack>();
  readonly #work: Work;
  #left = MOST_WORK;

  constructor(rules: readonly (readonly (readonly Element[])[])[], most: number, work: Work) {
    this.#rules = rules;
    this.#most = most;
    this.#work = work;
    for (const row of rules.flat()) this.#rows.set(row, this.#rows.size);
  }

  /** Whether what one of these rows begins, or has a rule at, is open to too many stacks. */
  explodes(alternatives: readonly (readonly Element[])[]): boolean {
    return alternatives.some((row) =>
      row.some((element, at) => "rule" in element && this.#follow(this.#stack(row, at, null))),
    );
  }

  #follow(start: Stack): boolean {
    let sets = [this.#opened([start])];
    let largest = 0;
    let grown = 0;
    for (let step = 0; step < STEPS && step - grown <= PATIENCE && sets.length > 0; step++) {
      const size = sets[0]?.size ?? 0;
      if (size > largest) [largest, grown] = [size, step];
      const next = new Map<string, Set<Stack>>();
      for (const set of sets) {
        if (this.#left < 0) return false;
        this.#spend(set.size);
        for (const code of commonest(set)) {
          const after = this.#after(set, code);
          if (after.size > this.#most) return true;
          if (after.size > 0) next.set(Array.from(after, ({ number }) => number).join(), after);
        }
      }
      sets = [...next.values()].sort((a, b) => b.size - a.size).slice(0, WIDTH);
    }
    return false;
  }

  /** The stacks that are open behind a character. */
  #after(stacks: ReadonlySet<Stack>, code: number): Set<Stack> {
    const rests: Stack[] = [];
    for (const { row, at, under } of stacks) {
      const element = row[at];
      if (!element || !("ranges" in element) || !element.ranges.some((range) => isWithin(range, code)))
        continue;
      const rest = this.#rest(row, at, under);
      if (rest) rests.push(rest);
    }
    return this.#opened(rests);
  }

  /** The same stacks with a character on top of each, rules replaced by what they begin with. */
  #opened(stacks: readonly Stack[]): Set<Stack> {
    const open = new Set<Stack>();
    const seen = new Set<Stack>(stacks);
    const waiting = [...stacks];
    for (let stack = waiting.pop(); stack && open.size <= this.#most; stack = waiting.pop()) {
      this.#spend(1);
      const { row, at, under } = stack;
      const element = row[at];
      if (!element) continue;
      if ("ranges" in element) {
        open.add(stack);
        continue;
      }
      const rest = this.#rest(row, at, under);
      for (const alternative of this.#rules[element.rule] ?? []) {
        const next = alternative.length === 0 ? rest : this.#stack(alternative, 0, rest);
        if (!next || seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return open;
  }

  #spend(steps: number): void {
    this.#left -= steps;
    this.#work.spend(steps);
  }

  /** What is left behind an element; null at the end of everything. */
  #rest(row: readonly Element[], at: number, under: Stack | null): Stack | null {
    return at + 1 < row.length ? this.#stack(row, at + 1, under) : under;
  }

  #stack(row: readonly Element[], at: number, under: Stack | null): Stack {
    const key = `${this.#rows.get(row)},${at},${under?.number}`;
    let stack = this.#stacks.get(key);
    if (!stack) {
      stack = { row, at, under, number: this.#stacks.size };
      this.#stacks.set(key, stack);
    }
    return stack;
  }
}

/** The characters that most of the stacks go on with, and where there is more than one, at least two do. */
function commonest(stacks: ReadonlySet<Stack>): number[] {
  const changes = new Map<number, [begins: number, ends: number]>();
  const change = (code: number, begins: number, ends: number) => {
    const known = changes.get(code) ?? [0, 0];
    changes.set(code, [known[0] + begins, known[1] + ends]);
  };
  for (const { row, at } of stacks) {
    const top = row[at];
    if (!top || !("ranges" in top)) continue;
    for (const [first, last] of top.ranges) {
      change(first, 1, 0);
      change(last + 1, 0, 1);
    }
  }
  const counts: [code: number, count: number][] = [];
  let open = 0;
  for (const [code, [begins, ends]] of [...changes].sort(([a], [b]) => a - b)) {
    open += begins - ends;
    if (begins > 0 && open >= Math.min(2, stacks.size)) counts.push([code, open]);
  }
  return counts
    .sort(([, a], [, b]) => b - a)
    .slice(0, BRANCHES)
    .map(([code]) => code);
}

function isWithin([first, last]: readonly [number, number], code: number): boolean {
  return first <= code && code <= last;
}
