import type { LineChange } from "./line-change.ts";
import { refine } from "./refine.ts";

/** Maximum number of places in the original that an arriving line is compared with; very common lines have more. */
const MAX_PLACES = 32;

/** A stretch of the alignment of the arriving lines with the original. */
export type Stretch =
  | {
      readonly kind: "unchanged";
      readonly oldStart: number;
      readonly newStart: number;
      readonly count: number;
    }
  | ({ readonly kind: "changed"; readonly settled: boolean } & LineChange)
  | { readonly kind: "expected"; readonly oldStart: number; readonly count: number };

/**
 * Aligns an answer with the original line by line while it arrives. After a difference, lines are held back until
 * enough of them match the original again; then the change in between is settled, which is final. All settled changes,
 * in order, turn the original into the answer.
 *
 * Each line costs a bounded number of comparisons, whatever the length of the code.
 */
export class LineMatcher {
  readonly #original: readonly string[];
  readonly #places = new Map<string, number[]>();
  readonly #stretches: (Stretch & { kind: "unchanged" | "changed" })[] = [];
  /** Lines that have arrived but are not aligned yet. */
  #held: string[] = [];
  /** Index up to which everything is settled, in the original and in the answer. */
  #oldNext = 0;
  #newNext = 0;
  /**
   * The runs of arrived lines, up to the latest, that match the original, by the index of their end in the original.
   */
  #runs = new Map<number, Run>();

  constructor(original: readonly string[]) {
    this.#original = original;
    for (const [index, line] of original.entries()) {
      const places = this.#places.get(line);
      if (places === undefined) this.#places.set(line, [index]);
      else places.push(index);
    }
  }

  /** Adds a complete line. Returns the changes that it settles. */
  push(line: string): LineChange[] {
    if (this.#held.length === 0 && this.#original[this.#oldNext] === line) {
      this.#keep(1);
      return [];
    }
    this.#held.push(line);
    const end = this.#findRun(line);
    return end === null ? [] : this.#settle(end.at, end.length);
  }

  /** Ends the answer and settles the rest. */
  end(): LineChange[] {
    return this.#settleUntil(this.#original.length, this.#held.length);
  }

  /** Returns the current alignment. `unfinished`: the line that is still arriving. */
  stretches(unfinished: string | null): Stretch[] {
    const next = this.#original[this.#oldNext + this.#held.length];
    const asExpected = unfinished === null || next?.startsWith(unfinished) === true;
    const arriving = asExpected ? this.#held : [...this.#held, unfinished];
    const stretches: Stretch[] = [...this.#stretches];
    let oldNext = this.#oldNext;
    if (arriving.length > 0) {
      // Assume that each arriving line replaces one, until more is known.
      const oldCount = Math.min(arriving.length, this.#original.length - oldNext);
      const newStart = this.#newNext;
      stretches.push({
        kind: "changed",
        settled: false,
        oldStart: oldNext,
        oldCount,
        newStart,
        newLines: arriving,
      });
      oldNext += oldCount;
    }
    const count = this.#original.length - oldNext;
    if (count > 0) stretches.push({ kind: "expected", oldStart: oldNext, count });
    return stretches;
  }

  /** Returns the nearest place where the latest lines match the original for long enough. */
  #findRun(line: string): { at: number; length: number } | null {
    const runs = new Map<number, Run>();
    let best: { at: number; length: number } | null = null;
    const weight = weightOf(line);
    for (const at of this.#placesFrom(line)) {
      const before = this.#runs.get(at - 1);
      const run = { length: (before?.length ?? 0) + 1, weight: (before?.weight ?? 0) + weight };
      runs.set(at, run);
      const skipped = at - run.length + 1 - this.#oldNext;
      const added = this.#held.length - run.length;
      if (best === null && run.weight >= requiredWeight(skipped, added)) best = { at, length: run.length };
    }
    this.#runs = runs;
    return best;
  }

  #placesFrom(line: string): readonly number[] {
    const places = this.#places.get(line) ?? [];
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle] ?? 0) < this.#oldNext) low = middle + 1;
      else high = middle;
    }
    return places.slice(low, low + MAX_PLACES);
  }

  #settle(at: number, length: number): LineChange[] {
    const changes = this.#settleUntil(at - length + 1, this.#held.length - length);
    this.#keep(length);
    return changes;
  }

  /** Settles the original up to `oldEnd` against the first `count` held lines, and drops all held lines. */
  #settleUntil(oldEnd: number, count: number): LineChange[] {
    const oldLines = this.#original.slice(this.#oldNext, oldEnd);
    const changes = refine(oldLines, this.#held.slice(0, count), this.#oldNext, this.#newNext);
    for (const change of changes) {
      this.#keep(change.oldStart - this.#oldNext);
      this.#stretches.push({ kind: "changed", settled: true, ...change });
      this.#oldNext = change.oldStart + change.oldCount;
      this.#newNext = change.newStart + change.newLines.length;
    }
    this.#keep(oldEnd - this.#oldNext);
    this.#held = [];
    this.#runs = new Map();
    return changes;
  }

  #keep(count: number): void {
    if (count === 0) return;
    const last = this.#stretches.at(-1);
    if (last?.kind === "unchanged") {
      this.#stretches[this.#stretches.length - 1] = { ...last, count: last.count + count };
    } else {
      this.#stretches.push({ kind: "unchanged", oldStart: this.#oldNext, newStart: this.#newNext, count });
    }
    this.#oldNext += count;
    this.#newNext += count;
  }
}

interface Run {
  readonly length: number;
  readonly weight: number;
}

/** Returns how much a line says about its place: a lone brace or a blank line says almost nothing. */
function weightOf(line: string): number {
  const letters = line.replace(/[^\p{L}\p{N}]/gu, "").length;
  if (letters >= 8) return 2;
  return letters >= 3 ? 1 : 0.25;
}

/** A place further ahead needs more certainty, since the skipped lines are settled as deleted. */
function requiredWeight(skipped: number, added: number): number {
  if (skipped === added) return 1;
  if (skipped <= 8) return 2;
  return skipped <= 64 ? 4 : 6;
}
