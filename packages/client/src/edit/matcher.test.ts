import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LineChange } from "./line-change.ts";
import { LineMatcher } from "./matcher.ts";

/** Applies changes to lines. */
function apply(original: readonly string[], changes: readonly LineChange[]): string[] {
  const result: string[] = [];
  let next = 0;
  for (const { oldStart, oldCount, newStart, newLines } of changes) {
    expect(oldStart).toBeGreaterThanOrEqual(next);
    result.push(...original.slice(next, oldStart));
    expect(newStart).toBe(result.length);
    result.push(...newLines);
    next = oldStart + oldCount;
  }
  return [...result, ...original.slice(next)];
}

function match(
  original: readonly string[],
  answer: readonly string[],
): { live: LineChange[]; all: LineChange[] } {
  const matcher = new LineMatcher(original);
  const live = answer.flatMap((line) => matcher.push(line));
  return { live, all: [...live, ...matcher.end()] };
}

const NUMBERED = Array.from({ length: 60 }, (_, n) => `  const value${n} = compute(${n});`);

describe("changes", () => {
  test("settle while the answer arrives", () => {
    const answer = NUMBERED.with(10, "  let other = 1;").toSpliced(30, 2);
    const { live, all } = match(NUMBERED, answer);
    expect(live).toEqual(all);
    expect(all).toEqual([
      { oldStart: 10, oldCount: 1, newStart: 10, newLines: ["  let other = 1;"] },
      { oldStart: 30, oldCount: 2, newStart: 30, newLines: [] },
    ]);
  });

  test("of one line settle at the next matching line that is not trivial", () => {
    const matcher = new LineMatcher(["let a = 1;", "return a;", "}"]);
    expect(matcher.push("const a = 1;")).toEqual([]);
    expect(matcher.push("return a;")).toHaveLength(1);
  });

  test("end at the nearest of several equal lines", () => {
    const matcher = new LineMatcher(["let a = 1;", "callSomething(a);", "let b = 2;", "callSomething(a);"]);
    matcher.push("const a = 1;");
    expect(matcher.push("callSomething(a);")).toEqual([
      { oldStart: 0, oldCount: 1, newStart: 0, newLines: ["const a = 1;"] },
    ]);
  });

  test("do not settle at a lone brace far away", () => {
    const original = ["start();", ...Array.from({ length: 40 }, (_, n) => `line${n} = ${n};`), "}", "end();"];
    const matcher = new LineMatcher(original);
    matcher.push("start();");
    matcher.push("if (x) {");
    expect(matcher.push("}")).toEqual([]);
  });

  test("are empty for an answer equal to the original", () => {
    expect(match(NUMBERED, NUMBERED).all).toEqual([]);
  });

  test("turn any original into any answer", () => {
    const line = fc.constantFrom(
      "a",
      "}",
      "",
      "const alpha = 1;",
      "const beta = 2;",
      "return alpha;",
      "  call(beta);",
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 40 }),
        fc.array(line, { maxLength: 40 }),
        (original, answer) => {
          expect(apply(original, match(original, answer).all)).toEqual(answer);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("turn the original into any edit of it", () => {
    const edit = fc.record({
      at: fc.nat(59),
      remove: fc.nat(5),
      insert: fc.array(fc.constantFrom("x", "}", "foo(bar);"), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const answer = [...NUMBERED];
        for (const { at, remove, insert } of edits) answer.splice(at, remove, ...insert);
        const { all } = match(NUMBERED, answer);
        expect(apply(NUMBERED, all)).toEqual(answer);
      }),
    );
  });
});

describe("stretches", () => {
  test("cover the original and the answer so far, each line once", () => {
    const line = fc.constantFrom("a", "}", "const alpha = 1;", "const beta = 2;", "return alpha;");
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.array(line, { maxLength: 30 }),
        (original, answer) => {
          const matcher = new LineMatcher(original);
          for (const each of answer) {
            matcher.push(each);
            const covered: string[] = [];
            let old = 0;
            for (const stretch of matcher.stretches(null)) {
              expect(stretch.oldStart).toBe(old);
              if (stretch.kind === "changed") {
                old += stretch.oldCount;
                covered.push(...stretch.newLines);
              } else {
                if (stretch.kind === "unchanged") covered.push(...original.slice(old, old + stretch.count));
                old += stretch.count;
              }
            }
            expect(old).toBe(original.length);
            expect(covered).toEqual(answer.slice(0, covered.length));
          }
        },
      ),
    );
  });

  test("keep an unfinished line as expected while it matches the start of the original line", () => {
    const matcher = new LineMatcher(["const a = 1;", "return a;"]);
    expect(matcher.stretches("const")).toEqual([{ kind: "expected", oldStart: 0, count: 2 }]);
    expect(matcher.stretches("let")).toEqual([
      { kind: "changed", settled: false, oldStart: 0, oldCount: 1, newStart: 0, newLines: ["let"] },
      { kind: "expected", oldStart: 1, count: 1 },
    ]);
  });
});

test("matching a long answer takes time proportional to its length", () => {
  const lines = (count: number): string[] =>
    Array.from({ length: count }, (_, n) => (n % 3 === 0 ? "}" : `call(${n % 50});`));
  const cost = (count: number): number => {
    const original = lines(count);
    const answer = lines(count).map((line, n) => (n % 7 === 0 ? `${line} // changed` : line));
    const begun = performance.now();
    match(original, answer);
    return performance.now() - begun;
  };
  cost(2_000);
  // Ten times the lines: far from the hundredfold of a quadratic search.
  expect(cost(40_000)).toBeLessThan(Math.max(cost(4_000), 5) * 40);
});
