import { expect, test } from "vitest";
import { BatchCosts } from "./batch-costs.ts";
import { CodeSource } from "./code-source.ts";
import type { DraftTerms } from "./draft-pace.ts";
import { Drafts } from "./drafts.ts";
import { EarlierTextSource } from "./earlier-text-source.ts";

const costs = BatchCosts.guessed();
const terms: DraftTerms = {
  known: true,
  cost: (drafted) => costs.of(drafted),
  beside: 0,
  doubtful: () => false,
  max: 62,
  exact: false,
};
const range = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, index) => start + index);

/** Decodes an answer with its drafts; gives the steps that it took. */
function decode(drafts: Drafts, answer: readonly number[]): number {
  let steps = 0;
  for (let at = 0; at < answer.length; steps++) {
    const draft = drafts.next(answer.length - at - 1);
    let accepted = 0;
    while (accepted < draft.length && draft[accepted] === answer[at + accepted]) accepted += 1;
    if (draft.length > 0) drafts.recordDraft(draft.length, accepted, false);
    else drafts.recordUndrafted(answer[at] ?? 0);
    for (let token = 0; token <= accepted; token++) drafts.push(answer[at++] ?? 0);
  }
  return steps;
}

test("an answer that equals the code takes few steps", () => {
  const code = range(0, 500);
  expect(decode(new Drafts([new CodeSource(code)], terms), code)).toBeLessThan(40);
});

test("an answer that leaves the code is drafted from earlier text", () => {
  const said = range(1_000, 1_300);
  const both = () => new Drafts([new CodeSource(range(0, 300)), new EarlierTextSource([said])], terms);
  expect(decode(both(), [...range(0, 100), ...said, ...range(100, 200)])).toBeLessThan(80);
});

test("an answer unlike every source gets few drafts and takes one step per token", () => {
  const drafts = new Drafts([new CodeSource(range(0, 300)), new EarlierTextSource([range(0, 300)])], terms);
  let drafted = 0;
  for (const token of range(1_000, 1_200)) {
    drafted += drafts.next(100).length;
    drafts.push(token);
  }
  expect(drafted).toBeLessThan(100);
  expect(decode(drafts, range(2_000, 2_100))).toBe(100);
});

test("the first of several equally certain sources drafts", () => {
  const [one, other] = [range(0, 20), range(100, 120)];
  expect(new Drafts([new CodeSource(one), new CodeSource(other)], terms).next(20)[0]).toBe(0);
  expect(new Drafts([new CodeSource(other), new CodeSource(one)], terms).next(20)[0]).toBe(100);
});

test("a source that was wrong drafts again once its unused predictions come true", () => {
  const STEPS = 400;
  const sevens = { agreement: 9, push() {}, proposal: (length: number) => new Uint32Array(length).fill(7) };
  const drafts = new Drafts([sevens], terms);
  const draftsWhile = (said: number) => {
    let drafted = 0;
    for (let step = 0; step < STEPS; step++) {
      const { length } = drafts.next(62);
      if (length > 0) drafts.recordDraft(length, said === 7 ? length : 0, false);
      else drafts.recordUndrafted(said);
      drafted += Number(length > 0);
    }
    return drafted;
  };
  expect(draftsWhile(8)).toBeLessThan(STEPS / 20);
  expect(draftsWhile(8)).toBe(0);
  expect(draftsWhile(7)).toBeGreaterThan(STEPS / 2);
});

/** What a small model's batches cost on two cores, and on one, in milliseconds. */
const TABLES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0, 1.8],
    [3, 2.2],
    [7, 2.6],
    [15, 4.3],
    [31, 8.3],
    [62, 17.3],
  ],
  [
    [0, 9.6],
    [3, 21],
    [7, 39],
    [15, 69],
    [31, 137],
    [62, 215],
  ],
];

test.each(TABLES)(
  "drafts from unrelated code cost less than a twentieth of the time: cost table %#",
  (...table) => {
    const costs = BatchCosts.from(table);
    const own = { ...terms, cost: (drafted: number) => costs.of(drafted) };
    // Tokens of 50 kinds, so that places seem to be found again and again.
    let state = 1;
    const noise = (length: number) =>
      Uint32Array.from({ length }, () => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
        return Math.floor((state / 2 ** 31) * 50);
      });
    const code = noise(600);
    const drafts = new Drafts([new CodeSource(code), new EarlierTextSource([code])], own);
    const answer = noise(400);
    let cost = 0;
    for (let at = 0; at < answer.length; ) {
      const draft = drafts.next(answer.length - at - 1);
      let accepted = 0;
      while (accepted < draft.length && draft[accepted] === answer[at + accepted]) accepted += 1;
      cost += costs.of(draft.length);
      if (draft.length > 0) drafts.recordDraft(draft.length, accepted, false);
      else drafts.recordUndrafted(answer[at] ?? 0);
      for (let token = 0; token <= accepted; token++) drafts.push(answer[at++] ?? 0);
    }
    expect(cost).toBeLessThan((answer.length * costs.of(0)) / 0.95);
  },
);
