import { describe, expect, it } from "vitest";
import { FAMILIES, isSketched } from "../families/index.ts";
import { countPhrasings, type Phrasings, slotsOf } from "../phrasing/index.ts";
import { SCOPE_PHRASINGS } from "../triples/index.ts";
import { NAMES_WITH_MORE, withMore } from "./index.ts";

const PHRASINGS = new Map<string, Phrasings>([
  ...FAMILIES.filter((one) => !isSketched(one)).map(({ name, phrasings }) => [name, phrasings] as const),
  ...Object.entries(SCOPE_PHRASINGS),
]);
const slots = (pattern: string) => [...slotsOf(pattern)].sort().join();
const words = (pattern: string) => pattern.toLowerCase().replace(/[^a-z\d{}]+/g, " ");

describe("additional wordings", () => {
  it("exist for every family and for requests out of scope", () => {
    expect([...NAMES_WITH_MORE].sort()).toEqual([...PHRASINGS.keys()].sort());
  });

  it.each([...PHRASINGS])(
    "of %s use the slots of its own ones, number over 20 and repeat no unseen one",
    (name, own) => {
      const { seen } = withMore(name, own);
      const known = new Set(own.seen.map(slots));
      const held = new Set(own.unseen.map(words));
      expect(seen.filter((one) => !known.has(slots(one)) || held.has(words(one)))).toEqual([]);
      expect(countPhrasings({ seen, unseen: [] }).seen).toBeGreaterThan(20);
    },
  );

  it("leave a share of 20 to 60 % to a family's own ones", () => {
    const own = { seen: ["a", "b"], unseen: [] };
    expect(withMore("nobody", own)).toBe(own);
    for (const [name, phrasings] of PHRASINGS) {
      const { seen } = withMore(name, phrasings);
      const share = seen.filter((one) => phrasings.seen.includes(one)).length / seen.length;
      expect(share, name).toBeGreaterThan(0.2);
      expect(share, name).toBeLessThan(0.6);
    }
  });
});
