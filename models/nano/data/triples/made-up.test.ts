import { expect, it } from "vitest";
import { familyOf } from "../families/edit-of.fixture.ts";
import { fixtureSnippets } from "../fixtures/fixtures.ts";
import { Teacher, type TeacherOptions } from "./teacher.ts";
import type { Triple } from "./triple.ts";

function triples(count: number, options: Partial<TeacherOptions>): Triple[] {
  const found: Triple[] = [];
  const teacher = new Teacher({
    seed: 3,
    snippets: fixtureSnippets(),
    foreign: [],
    familiarity: "seen",
    combinations: "seen",
    ...options,
  });
  for (const triple of teacher.triples()) if (found.push(triple) === count) break;
  return found;
}

const families = ["rename-parameter", "await-saving", "disable-button-while-busy"].map(familyOf);

it("madeUpShare lets other families edit made-up code", () => {
  const ofMadeUp = (madeUpShare: number) =>
    triples(300, { families, madeUpShare }).filter(
      ({ family, before }) => family === "rename-parameter" && /Form\(|handle[A-Z]|Button = \(/.test(before),
    ).length;
  expect(ofMadeUp(0)).toBe(0);
  expect(ofMadeUp(1)).toBeGreaterThan(10);
});

it("besideShare puts other made-up code beside the edited one, which stays unchanged", () => {
  const isBoth = (code: string) => /<[bB]utton/.test(code) && /handle[A-Z]/.test(code);
  const found = triples(400, { families, besideShare: 1, twoShare: 0 }).filter(({ before }) =>
    isBoth(before),
  );
  expect(found.length).toBeGreaterThan(20);
  for (const { family, kind, before, after = "" } of found) {
    if (kind !== "edit") continue;
    expect(family).not.toBe("rename-parameter");
    expect(/await /.test(before)).toBe(/await /.test(after) && family !== "await-saving");
    expect(/disabled=/.test(before)).toBe(/disabled=/.test(after) && family !== "disable-button-while-busy");
  }
});

it("twoShare asks for both edits of two pieces of made-up code", () => {
  const found = triples(400, { families, besideShare: 1, twoShare: 1 });
  const both = found.filter(({ family }) => /await-saving.*disable|disable.*await-saving/.test(family));
  for (const { after = "", before, kind } of both) {
    expect(kind).toBe("two edits");
    expect([before, after].map((code) => /await .*\(/.test(code) && /disabled=/.test(code))).toEqual([
      false,
      true,
    ]);
  }
  expect(both.length > 0).toBe(combinationIsSeen());
});

/** Whether the pair is one of those that are trained on: one in eight is kept for measuring. */
function combinationIsSeen(): boolean {
  return triples(400, { families, besideShare: 1, twoShare: 1, combinations: "unseen" }).every(
    ({ family }) => !/await-saving.*disable|disable.*await-saving/.test(family),
  );
}
