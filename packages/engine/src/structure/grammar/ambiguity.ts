import { Untranslatable } from "../structure-error.ts";
import type { Work } from "../work.ts";
import { type Element, type Ranges, readGbnf } from "./gbnf-rules.ts";

/** Characters to follow from each place, and how many sets of stacks to follow in parallel, largest first. */
const STEPS = 48;
const WIDTH = 4;
/** Characters after which following stops unless the largest set has grown. */
const PATIENCE = 6;
/** Characters to try for each set: those that the most stacks in it accept. */
const BRANCHES = 2;
/** An upper bound on the number of stacks, used to combine two numbers into one key. */
const MOST_STACKS = 2 ** 26;
/** Character ranges that are counted in the time of one step of work, charged only from `MANY_RANGES` ranges on. */
const RANGES_A_STEP = 3;
const MANY_RANGES = 50;
/** Most stack steps for one grammar. Whatever is not checked by then passes. */
const MOST_WORK = 100_000;

/**
 * Throws {@link Untranslatable} if a text can be read in so many ways at once that llama.cpp, which tracks each as a
 * stack of open rules, would take minutes for a token, or never finish.
 *
 * From every place that refers to a rule, follows the texts that keep the most stacks for some characters. This finds
 * what multiplies (rules that nest within themselves in two ways, repetitions of repetitions), but does not prove
 * that nothing does.
 */
export function refuseAmbiguity(gbnf: string, mostStacks: number, work: Work): void {
  const { rules, names } = readGbnf(gbnf, work);
  const ambiguity = new Ambiguity(rules, mostStacks, work);
  for (const [rule, alternatives] of rules.entries()) {
    if (!ambiguity.explodes(alternatives)) continue;
    throw new Untranslatable(
      `too ambiguous: a text of ${STEPS} characters can be read in more than ${mostStacks} ways at once ` +
        `(in the rule ${names[rule]}); let its alternatives begin differently, and nest or repeat in only one way`,
    );
  }
}

/**
 * A parser stack: the element that comes next, and the stack to continue with after its row. Equal stacks are the
 * same object.
 */
interface Stack {
  readonly row: readonly Element[];
  readonly at: number;
  readonly under: Stack | null;
  readonly number: number;
}

class Ambiguity {
  readonly #rules: readonly (readonly (readonly Element[])[])[];
  readonly #most: number;
  /** The number of each row's first element, counting the elements of all rows. */
  readonly #rows = new Map<readonly Element[], number>();
  readonly #stacks = new Map<number, Stack>();
  /** Cached results of {@link commonest} for large sets, keyed by the sets and their counts. */
  readonly #commonestOf = new Map<string, readonly number[]>();
  readonly #ranges = new Map<Ranges, number>();
  readonly #work: Work;
  #left = MOST_WORK;

  constructor(rules: readonly (readonly (readonly Element[])[])[], most: number, work: Work) {
    this.#rules = rules;
    this.#most = most;
    this.#work = work;
    let elements = 0;
    for (const row of rules.flat()) {
      this.#rows.set(row, elements);
      elements += row.length;
    }
  }

  /** Whether following any rule reference in these rows leads to too many stacks. */
  explodes(alternatives: readonly (readonly Element[])[]): boolean {
    return alternatives.some((row) =>
      row.some((element, at) => "rule" in element && this.#follow(this.#stack(row, at, null))),
    );
  }

  #follow(start: Stack): boolean {
    let sets = [this.#expand([start])];
    let largest = 0;
    let grown = 0;
    for (let step = 0; step < STEPS && step - grown <= PATIENCE && sets.length > 0; step++) {
      const size = sets[0]?.size ?? 0;
      if (size > largest) [largest, grown] = [size, step];
      const next = new Map<string, Set<Stack>>();
      for (const set of sets) {
        if (this.#left < 0) return false;
        this.#spend(set.size);
        for (const code of this.#commonest(set)) {
          const after = this.#afterCharacter(set, code);
          if (after.size > this.#most) return true;
          if (after.size > 0) next.set(Array.from(after, ({ number }) => number).join(), after);
        }
      }
      sets = [...next.values()].sort((a, b) => b.size - a.size).slice(0, WIDTH);
    }
    return false;
  }

  /** Returns the stacks that remain after a character. */
  #afterCharacter(stacks: ReadonlySet<Stack>, code: number): Set<Stack> {
    const rests: Stack[] = [];
    for (const { row, at, under } of stacks) {
      const element = row[at];
      if (!element || !("ranges" in element) || !covers(element.ranges, code)) continue;
      const rest = this.#rest(row, at, under);
      if (rest) rests.push(rest);
    }
    return this.#expand(rests);
  }

  /** Expands rules until each stack has a character set on top. */
  #expand(stacks: readonly Stack[]): Set<Stack> {
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

  /**
   * Returns the characters that the most stacks accept; if the stacks have different sets on top, only characters
   * that at least two of them share.
   */
  #commonest(stacks: ReadonlySet<Stack>): readonly number[] {
    const tops = new Map<Ranges, number>();
    for (const { row, at } of stacks) {
      const top = row[at];
      if (top && "ranges" in top) tops.set(top.ranges, (tops.get(top.ranges) ?? 0) + 1);
    }
    const [only, ...others] = tops.keys();
    // Any character of the set leads to the same stacks.
    if (only && others.length === 0) return [only[0]?.[0] ?? 0];
    const size = [...tops.keys()].reduce((sum, ranges) => sum + ranges.length, 0);
    if (size < MANY_RANGES) return commonest(tops);
    const key = Array.from(tops, ([ranges, count]) => `${this.#numberOf(ranges)}:${count}`).join();
    const known = this.#commonestOf.get(key);
    if (known) return known;
    this.#work.spend(size / RANGES_A_STEP);
    const codes = commonest(tops);
    this.#commonestOf.set(key, codes);
    return codes;
  }

  #numberOf(ranges: Ranges): number {
    const number = this.#ranges.get(ranges) ?? this.#ranges.size;
    this.#ranges.set(ranges, number);
    return number;
  }

  #spend(steps: number): void {
    this.#left -= steps;
    this.#work.spend(steps);
  }

  /** Returns the stack that continues after an element; null at the end of the grammar. */
  #rest(row: readonly Element[], at: number, under: Stack | null): Stack | null {
    return at + 1 < row.length ? this.#stack(row, at + 1, under) : under;
  }

  #stack(row: readonly Element[], at: number, under: Stack | null): Stack {
    const key = ((this.#rows.get(row) ?? 0) + at) * MOST_STACKS + (under ? under.number + 1 : 0);
    let stack = this.#stacks.get(key);
    if (!stack) {
      stack = { row, at, under, number: this.#stacks.size };
      this.#stacks.set(key, stack);
    }
    return stack;
  }
}

/** Returns the characters contained in the most of these sets, and in at least two. */
function commonest(tops: ReadonlyMap<Ranges, number>): number[] {
  const changes = new Map<number, number>();
  const starts = new Set<number>();
  for (const [ranges, count] of tops) {
    for (const [first, last] of ranges) {
      changes.set(first, (changes.get(first) ?? 0) + count);
      changes.set(last + 1, (changes.get(last + 1) ?? 0) - count);
      starts.add(first);
    }
  }
  const counts: [code: number, count: number][] = [];
  let open = 0;
  for (const [code, change] of [...changes].sort(([a], [b]) => a - b)) {
    open += change;
    if (open >= 2 && starts.has(code)) counts.push([code, open]);
  }
  return counts
    .sort(([, a], [, b]) => b - a)
    .slice(0, BRANCHES)
    .map(([code]) => code);
}

/** Whether one of these sorted ranges contains the character. */
function covers(ranges: Ranges, code: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? code) < code) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? code + 1) <= code;
}
