import { describe, expect, it } from "vitest";
import { Choices } from "../../choices/index.ts";
import { countPhrasings, slotsOf } from "../../phrasing/index.ts";
import { parses } from "../../syntax/index.ts";
import { sampleOf } from "../edit-of.fixture.ts";
import { THEMES } from "../index.ts";
import { dedent, parsePattern, render, withoutEmptyMarks } from "./pattern.ts";
import { sketched } from "./sketch.ts";
import { inStyle } from "./style.ts";

const SEEDS = 20;
const sample = sampleOf("f();");

describe("a pattern", () => {
  const sides = (text: string, seed = 1) => {
    const { before, after } = render(parsePattern(text), new Choices(seed), (name) => name.toUpperCase());
    return [withoutEmptyMarks(before), withoutEmptyMarks(after)];
  };

  it("renders a before and an after side", () => {
    expect(sides("a ⟦b→c⟧ ‹d›")).toEqual(["a b D", "a c D"]);
  });

  it("makes a choice once for both sides", () => {
    for (let seed = 1; seed < 20; seed++) {
      const [before, after] = sides("«a|b|«c|d»» ⟦→x⟧", seed);
      expect(after).toBe(`${before} x`.replace("  ", " "));
    }
  });

  it("drops lines that become empty on a side", () => {
    expect(sides("a\n⟦→b⟧\n\nc")).toEqual(["a\n\nc", "a\nb\n\nc"]);
  });

  it.each(["«a", "a»", "⟦a⟧", "⟦a→b→c⟧", "‹a b›", "⟦a→«b⟧"])("that is malformed is rejected: %s", (text) => {
    expect(() => parsePattern(text)).toThrow();
  });

  it("loses its common indentation", () => {
    expect(dedent("\n    a\n      b\n    ")).toBe("a\n  b");
  });
});

describe("a sketch", () => {
  const wording = { seen: ["a"], unseen: ["b"] };

  it("rejects an unknown variable", () => {
    expect(() => sketched("x", { ...wording, code: ["⟦‹nobody›→a⟧"] })).toThrow("‹nobody›");
  });

  it("takes its variables from one row, with their words as slots", () => {
    const one = sketched("x", {
      ...wording,
      rows: [[{ a: "fooBar", b: "1" }]],
      code: ["f(‹a›, ⟦‹b›→‹a:CONST›⟧);"],
    });
    const edit = one.apply(sample, new Choices(1));
    expect([edit?.before, edit?.after].join(" ").replaceAll(";", "")).toBe("f(fooBar, 1) f(fooBar, FOO_BAR)");
    expect(edit?.slots).toMatchObject({ a: "fooBar", wordsA: "foo bar", b: "1" });
  });

  it("is rendered in several code styles", () => {
    const one = sketched("x", { ...wording, code: ['ƒ f(a) {\n  return ⟦"x"→a⟧;\nƒ}'] });
    const found = Array.from({ length: 200 }, (_, seed) => one.apply(sample, new Choices(seed))?.before);
    expect(found).toContain("function f(a) {\n  return 'x'\n}");
    expect(found).toContain('export const f = (a) => {\n\treturn "x";\n};');
  });
});

describe("a code style", () => {
  it("keeps the quotes of attributes and of strings that contain quotes", () => {
    const code = '<A b="c" d="e" f={g ? "h" : "i\'s"} j={"\\""} k={"l"} />';
    const hand = { i: "  ", s: ";", q: "'" };
    expect(inStyle(code, hand)).toBe(`<A b="c" d="e" f={g ? 'h' : "i's"} j={"\\""} k={'l'} />`);
  });
});

describe.each(THEMES["sketches"]?.map((one) => [one.name, one] as const) ?? [])("%s", (_, family) => {
  it("parses on both sides, without leftover pattern characters, for every seed", () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const edit = family.apply(sample, new Choices(seed));
      const { before = "", after = "", language = "ts" } = edit ?? {};
      expect(parses(before, language), before).toBe(true);
      expect(parses(after, language), after).toBe(true);
      expect(after).not.toBe(before);
      expect(before + after).not.toMatch(/[«»⟦⟧‹›→ƒ´]|[ \t]$/m);
    }
  });

  it("has slots for all its wordings, 20 seen ones, and unseen ones that differ", () => {
    const edit = family.apply(sample, new Choices(1));
    const { seen, unseen } = family.phrasings;
    for (const one of [...seen, ...unseen])
      expect([...slotsOf(one)].filter((slot) => edit?.slots[slot] === undefined)).toEqual([]);
    expect(countPhrasings(family.phrasings).seen).toBeGreaterThanOrEqual(20);
    const said = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^a-z\d{}]+/g, " ")
        .trim();
    expect(seen.filter((one) => unseen.map(said).includes(said(one)))).toEqual([]);
  });
});
