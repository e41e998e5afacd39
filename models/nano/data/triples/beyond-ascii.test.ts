import { StandIns } from "@flint/engine/stand-ins";
import { expect, it } from "vitest";
import { fixtureSnippets } from "../fixtures/fixtures.ts";
import { trainingOptions } from "../program/training.ts";
import { Random } from "../random/index.ts";
import { Sample } from "../syntax/index.ts";
import { withWordsBeyondAscii } from "./beyond-ascii.ts";
import { Teacher } from "./teacher.ts";
import type { Triple } from "./triple.ts";

const BEYOND_ASCII = /\P{ASCII}/u;

function lessons(count: number, beyondAsciiShare?: number): Triple[] {
  const teacher = new Teacher({
    ...{ seed: 11, snippets: fixtureSnippets(), foreign: [], familiarity: "seen", combinations: "seen" },
    ...(beyondAsciiShare !== undefined && { beyondAsciiShare }),
  });
  const found: Triple[] = [];
  for (const triple of teacher.triples()) if (found.push(triple) === count) break;
  return found;
}

const PLAIN = lessons(500);

function isBeyondAscii({ instruction, before, after = "" }: Triple): boolean {
  return BEYOND_ASCII.test(instruction + before + after);
}

/** A lesson as many people with other words have it. */
function others(instruction: string, before: string, after: string | undefined): Triple[] {
  const triple = { instruction, before, after, family: "any", kind: "edit", language: "ts" } as const;
  return Array.from({ length: 60 }, (_, seed) => withWordsBeyondAscii(triple, new Random(seed)));
}

it("words beyond ASCII are added to training lessons, but not by default", () => {
  expect(PLAIN.filter(isBeyondAscii).length).toBeLessThan(0.04 * PLAIN.length);
  expect(lessons(60, 1).filter(isBeyondAscii).length).toBeGreaterThan(30);
  expect(trainingOptions().beyondAsciiShare).toBeGreaterThan(0.05);
});

it("an answer has no words beyond ASCII that code and instruction lack, and still parses", () => {
  const plain = PLAIN.filter((triple) => !isBeyondAscii(triple));
  const random = new Random(3);
  let changed = 0;
  let asked = 0;
  for (const triple of plain) {
    const { instruction, before, after, language } = withWordsBeyondAscii(triple, random);
    if (before === triple.before && instruction === triple.instruction) continue;
    changed++;
    if (instruction !== triple.instruction) asked++;
    const standIns = StandIns.of(before, instruction);
    expect(standIns?.inAnswer(after ?? "", instruction, before) ?? "").toMatch(/^\p{ASCII}*$/u);
    if (triple.after === undefined || language === undefined) continue;
    for (const [now, then] of [
      [before, triple.before],
      [after, triple.after],
    ] as const)
      if (Sample.of(then, language)) expect(Sample.of(now ?? "", language), now).toBeDefined();
    expect(before === after).toBe(triple.before === triple.after);
  }
  expect(changed).toBeGreaterThan(0.5 * plain.length);
  expect(asked).toBeGreaterThan(0.05 * changed);
});

it("a string that the instruction names changes in instruction and answer alike", () => {
  const all = others('put "Saved twice" there', 'f("Nothing yet");', 'f("Saved twice");');
  const some = all.filter(({ instruction }) => BEYOND_ASCII.test(instruction));
  expect(some.length).toBeGreaterThan(10);
  for (const { instruction, after } of some) expect(after).toBe(`f(${/".*"/.exec(instruction)?.[0]});`);
});

it("a renamed identifier changes everywhere; one that shares its words with others stays", () => {
  const all = others(
    "rename vatRate to taxRate",
    "let vatRate = 1;\nf(vatRate);",
    "let taxRate = 1;\nf(taxRate);",
  );
  expect(all.some(isBeyondAscii)).toBe(true);
  for (const { instruction, before, after } of all) {
    const [, old, fresh] = /rename (\S+) to (\S+)/.exec(instruction) ?? [];
    expect(before).toBe(`let ${old} = 1;\nf(${old});`);
    expect(after).toBe(`let ${fresh} = 1;\nf(${fresh});`);
  }
  expect(others("x", "const user = users[0];", "const user = users[1];").some(isBeyondAscii)).toBe(false);
});

it.each([
  [
    "the request uses a word of the code as an ordinary word",
    "show an error",
    'f("Error");',
    'f("Error", 1);',
  ],
  ["a string occurs only in the answer", "fail", "f();", 'f("Out of range");'],
  [
    "a string is an import path",
    "call it twice",
    'import a from "library";',
    'import a from "library";\na();',
  ],
  ["the edit corrects a word's spelling", "fix the typo", 'f("Recieved it");', 'f("Received it");'],
])("no words change where %s", (_, instruction, before, after) => {
  expect(others(instruction, before, after).filter(isBeyondAscii)).toEqual([]);
});
