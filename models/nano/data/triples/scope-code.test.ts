import { expect, it } from "vitest";
import { fixtureSnippets } from "../fixtures/fixtures.ts";
import { Teacher } from "./teacher.ts";

it("lessons out of scope use made-up code nearly as often as edits do", () => {
  const snippets = fixtureSnippets();
  const real = snippets.map(({ code }) => code).join("\n");
  const teacher = new Teacher({
    ...{ seed: 5, snippets, foreign: [], familiarity: "seen", combinations: "seen" },
  });
  const counts = new Map<string, { real: number; madeUp: number }>();
  let left = 2500;
  for (const { kind, before } of teacher.triples()) {
    const count = counts.get(kind) ?? { real: 0, madeUp: 0 };
    count[real.includes(before.split("\n").slice(1, 4).join("\n")) ? "real" : "madeUp"] += 1;
    counts.set(kind, count);
    if (--left === 0) break;
  }
  const shareOf = (kind: string) => {
    const { real, madeUp } = counts.get(kind) ?? { real: 1, madeUp: 0 };
    return madeUp / (real + madeUp);
  };
  expect(shareOf("edit")).toBeGreaterThan(0.3);
  expect(shareOf("out of scope")).toBeGreaterThan(0.6 * shareOf("edit"));
});
