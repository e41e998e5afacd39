import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
// The reader of the file, so that the test fails where either side changes its mind.
import { loadSuite, type Suite } from "../../../../eval/suite/index.ts";
import { fixtureSnippets } from "../fixtures/fixtures.ts";
import { writeSnippets } from "../snippets/index.ts";
import { writeHeldOut } from "./held-out.ts";

const COUNT = 60;
const folder = mkdtempSync(join(tmpdir(), "nano-held-out-"));
const at = (name: string) => join(folder, name);
let suite: Suite;

beforeAll(async () => {
  const source = { name: "kept", version: "1.0.0", licence: "Apache-2.0", heldOut: true };
  const foreign = [{ language: "CSS", code: "a {\n  b: c;\n}" }];
  writeSnippets(at("snippets"), [{ package: source, snippets: fixtureSnippets(), foreign }], 1);
  for (const name of ["one.jsonl", "two.jsonl"])
    writeHeldOut({ snippets: at("snippets"), seed: 1, count: COUNT, out: at(name) });
  suite = await loadSuite(`nano=${at("one.jsonl")}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the same seed gives the same file", () => {
  expect(readFileSync(at("one.jsonl"), "utf8")).toBe(readFileSync(at("two.jsonl"), "utf8"));
});

it("the file has known, unseen, combined and out-of-scope edits, each once", () => {
  const { problems } = suite;
  expect(problems).toHaveLength(COUNT);
  const counts: Record<string, number> = {};
  for (const { instructions } of problems) {
    const { phrasing = "" } = instructions[0] ?? {};
    counts[phrasing] = (counts[phrasing] ?? 0) + 1;
  }
  expect(counts).toEqual({ known: 24, unseen: 24, combined: 6, scope: 6 });
  expect(new Set(problems.map(({ id }) => id)).size).toBe(COUNT);
  expect(
    new Set(problems.map(({ before, instructions }) => `${instructions[0]?.text}\n${before}`)).size,
  ).toBe(COUNT);
});

it("exactly out-of-scope edits are declined, and exactly those with nothing to do change nothing", () => {
  for (const { declines, after, before, family } of suite.problems) {
    expect(declines).toBe(family === "out of scope");
    expect(after === before).toBe(family === "nothing to do");
  }
});
