import { beforeAll, describe, expect, it } from "vitest";
// The client's own parts: what it does to answers is measured by the teacher's right ones.
import { hunksBetween } from "../../../../packages/client/src/edit/hunks-between.ts";
import { checkScope } from "../../../../packages/client/src/edit/scope/index.ts";
import { verify } from "../../../../packages/client/src/edit/verify/index.ts";
import { nodeGrammars } from "../../../../packages/client/src/node/grammars.ts";
import { nodeLeaves } from "../../../../packages/client/src/node/leaves.ts";
import { fixtureSnippets } from "../fixtures/fixtures.ts";
import { Random } from "../random/index.ts";
import { Teacher } from "./teacher.ts";
import type { Triple } from "./triple.ts";

const COUNT = 800;
const LONGEST_MS = 120_000;

type Lesson = Triple & { readonly after: string };

/** Triples with an answer. */
function lessons(): Lesson[] {
  const teacher = new Teacher({
    ...{ seed: 11, snippets: fixtureSnippets(), foreign: [] },
    ...{ familiarity: "seen", combinations: "seen" },
  });
  const found: Lesson[] = [];
  for (const triple of teacher.triples()) {
    if (triple.after !== undefined) found.push({ ...triple, after: triple.after });
    if (found.length === COUNT) break;
  }
  return found;
}

async function isFlagged({ instruction, before, language }: Triple, after: string): Promise<boolean> {
  const hunks = hunksBetween(before, after);
  const name = language === "ts" ? "typescript" : language === "tsx" ? "tsx" : "javascript";
  const edit = { original: before, edited: after, hunks, instruction };
  const verifiers = { grammars: nodeGrammars, scope: { leaves: nodeLeaves, check: checkScope } };
  const { parses, scope } = await verify(edit, name, verifiers);
  return parses === false || (scope ?? []).length > 0;
}

/** What small models do to code that they were to leave alone. Undefined where the code gives no occasion. */
const CORRUPTIONS: Readonly<Record<string, (lesson: Lesson, random: Random) => string | undefined>> = {
  "a line dropped"({ after }, random) {
    const lines = after.split("\n");
    const inner = lines
      .map((_, index) => index)
      .filter((index) => index > 0 && /\w/.test(lines[index] ?? ""));
    const at = random.pickIfAny(inner);
    return at === undefined ? undefined : lines.filter((_, index) => index !== at).join("\n");
  },
  "a name swapped"({ before, after }, random) {
    const names = [...new Set(before.match(/[A-Za-z_$][\w$]{2,}/g))].filter((name) => !KEYWORDS.has(name));
    const places = [...after.matchAll(/[A-Za-z_$][\w$]*/g)].filter(([name]) => names.includes(name));
    const place = random.pickIfAny(places);
    const other = random.pickIfAny(names.filter((name) => name !== place?.[0]));
    if (place === undefined || other === undefined) return undefined;
    return after.slice(0, place.index) + other + after.slice(place.index + place[0].length);
  },
  "lines repeated"({ after }, random) {
    const lines = after.split("\n");
    if (lines.length < 4) return undefined;
    const length = random.between(1, Math.min(4, lines.length - 2));
    const at = random.between(1, lines.length - 1 - length);
    return [...lines.slice(0, at + length), ...lines.slice(at)].join("\n");
  },
};

const KEYWORDS = new Set(
  (
    "const let var function return for while of in if else switch case break continue new this await async typeof " +
    "class extends super throw try catch finally import export from default null true false string number boolean"
  ).split(" "),
);

describe("an edit's verification", { timeout: LONGEST_MS }, () => {
  let taught: Lesson[];
  beforeAll(() => {
    taught = lessons();
  });

  it("flags at most 2 % of the right answers", async () => {
    const flagged: string[] = [];
    for (const lesson of taught) if (await isFlagged(lesson, lesson.after)) flagged.push(lesson.instruction);
    expect(flagged.length, flagged.join("\n")).toBeLessThanOrEqual(0.02 * taught.length);
  });

  it.each([
    ["a line dropped", 0.4],
    ["a name swapped", 0.5],
    ["lines repeated", 0.9],
  ])("flags right answers with %s in a share of more than %d", async (kind, least) => {
    const random = new Random(5);
    let made = 0;
    let caught = 0;
    for (const lesson of taught) {
      const corrupted = CORRUPTIONS[kind]?.(lesson, random);
      if (corrupted === undefined || corrupted === lesson.after || corrupted === lesson.before) continue;
      made++;
      if (await isFlagged(lesson, corrupted)) caught++;
    }
    expect(made).toBeGreaterThan(COUNT / 2);
    expect(caught / made).toBeGreaterThan(least);
  });
});
