import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodeSource } from "./code-source.ts";

function follow(code: readonly number[], answer: readonly number[]): CodeSource {
  const source = new CodeSource(code);
  for (const token of answer) source.push(token);
  return source;
}

const range = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, index) => start + index);
const CODE = range(0, 100);
/** Tokens of few kinds, as code has them: runs repeat, and places are ambiguous. */
const tokens = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 });
const proposed = (source: CodeSource, length: number) => [...source.proposal(length)];

describe("a code source whose answer follows the code", () => {
  test("proposes the code's next tokens, from the first one on", () => {
    fc.assert(
      fc.property(tokens, fc.nat(70), fc.nat(20), (code, taken, length) => {
        const answer = code.slice(0, taken);
        expect(proposed(follow(code, answer), length)).toEqual(
          code.slice(answer.length, answer.length + length),
        );
      }),
    );
  });

  test("proposes nothing past the code's end", () => {
    expect(proposed(follow(CODE, CODE), 8)).toEqual([]);
  });

  test("becomes more certain with every token", () => {
    expect(follow(CODE, range(0, 20)).agreement).toBeGreaterThan(follow(CODE, range(0, 10)).agreement);
  });
});

describe("a code source whose answer leaves the code", () => {
  test.each([
    ["put in", [...range(0, 40), 500, 501, ...range(40, 43)]],
    ["left out", [...range(0, 40), ...range(60, 63)]],
    ["replaced", [...range(0, 40), 500, 501, 502, ...range(44, 47)]],
    ["said again", [...range(0, 40), ...range(10, 13)]],
  ])("finds the place again after three tokens if something was %s", (_, answer) => {
    const last = answer.at(-1) ?? 0;
    expect(proposed(follow(CODE, answer), 3)).toEqual(range(last + 1, last + 4));
    expect(follow(CODE, answer).agreement).toBeGreaterThanOrEqual(3);
  });

  test("guesses a nearby place from one token ahead or two behind, with as little agreement", () => {
    const one = follow(CODE, [...range(0, 40), 500, 41]);
    expect([one.agreement, ...proposed(one, 2)]).toEqual([1, 42, 43]);
    const back = follow(CODE, [...range(0, 40), 500, 20, 21]);
    expect([back.agreement, ...proposed(back, 2)]).toEqual([2, 22, 23]);
  });

  test("makes no guess from a single token that lies behind or far away", () => {
    expect(follow(CODE, [...range(0, 40), 500, 20]).agreement).toBe(0);
    expect(follow(CODE, [...range(0, 10), 500, 99]).agreement).toBe(0);
  });

  test("proposes nothing while the answer has tokens that the code lacks", () => {
    expect(proposed(follow(CODE, [0, 1, 2, 700, 701, 702, 703]), 8)).toEqual([]);
  });

  test("continues at the place with the longest match before it", () => {
    const code = [1, 2, 3, 4, 50, 7, 8, 9, 2, 3, 4, 60];
    expect(proposed(follow(code, [99, 9, 2, 3, 4]), 1)).toEqual([60]);
    expect(proposed(follow(code, [99, 1, 2, 3, 4]), 1)).toEqual([50]);
  });

  test("continues at the nearest of equally good places", () => {
    const line = [1, 2, 3];
    const code = [...line, 10, ...range(20, 30), ...line, 11, ...range(30, 40), ...line, 12];
    expect(proposed(follow(code, [...code.slice(0, 13), 99, ...line]), 1)).toEqual([11]);
  });

  test.each([
    ["ahead", 100, 60, 11],
    ["behind", 60, 100, 10],
  ])("continues at the nearest place outside the guessing window, %s", (_, before, after, next) => {
    const line = [1, 2, 3];
    const start = [...line, 10, ...range(200, 200 + before)];
    const code = [...start, ...range(400, 400 + after), ...line, 11];
    expect(proposed(follow(code, [...start, 99, ...line]), 1)).toEqual([next]);
  });

  test("guesses from where the answer left the code, despite wrong guesses since", () => {
    const astray = follow(CODE, [...range(0, 40), 500, 41, 501, 40]);
    expect([astray.agreement, ...proposed(astray, 1)]).toEqual([1, 41]);
  });

  test("finds the place again after up to 40 tokens that the code lacks", () => {
    for (let away = 1; away <= 40; away++) {
      const answer = [...range(0, 10), ...range(500, 500 + away), 80, 81, 82];
      expect(proposed(follow(CODE, answer), 1), `${away} tokens`).toEqual([83]);
    }
  });
});

test("a code source's proposal is always a contiguous part of the code", () => {
  fc.assert(
    fc.property(tokens, tokens, fc.integer({ min: 1, max: 10 }), (code, answer, length) => {
      const proposal = proposed(follow(code, answer), length);
      const stretches = code.map((_, start) => code.slice(start, start + proposal.length).join());
      if (proposal.length > 0) expect(stretches).toContain(proposal.join());
    }),
  );
});
