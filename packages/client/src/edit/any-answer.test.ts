import fc from "fast-check";
import { expect, test } from "vitest";
import { followEdit } from "./arriving-code.ts";
import { applyHunks, splitCode } from "./code-lines.ts";
import type { Hunk } from "./hunk.ts";

const line = fc.constantFrom(
  "a",
  "b",
  "}",
  "",
  "  ",
  "\tconst alpha = 1;",
  "const beta = 2;",
  "return alpha;",
);
const ending = fc.constantFrom("\n", "\n", "\r\n");

/**
 * Code as people have it: any line ends, with or without a last one and a byte order mark. It begins at the margin, as
 * an indentation that all lines share does not travel.
 */
const original = fc
  .tuple(fc.array(fc.tuple(line, ending), { maxLength: 25 }), line, fc.boolean(), fc.boolean())
  .map(([lines, last, isEnded, hasMark]) => {
    const body = lines.map((parts) => parts.join("")).join("") + (isEnded ? "" : last);
    return `${hasMark ? "\uFEFF" : ""}begin();\n${body}`;
  });

/** An answer with the places where it is cut into pieces. */
const answer = fc
  .tuple(
    fc.array(line, { maxLength: 25 }),
    fc.array(fc.nat(400), { maxLength: 12 }),
    fc.constantFrom("", "\n"),
  )
  .map(([lines, cuts, end]) => ({ text: lines.join("\n") + end, cuts }));

function pieces(text: string, cuts: readonly number[]): string[] {
  const places = [
    0,
    ...cuts.map((cut) => cut % (text.length + 1)).sort((one, other) => one - other),
    text.length,
  ];
  return places.slice(1).map((place, n) => text.slice(places[n], place));
}

function hunksOf(code: string, parts: readonly string[]): readonly Hunk[] {
  const edit = followEdit(code);
  for (const part of parts) edit.push(part);
  edit.complete();
  return edit.hunks;
}

/** Lines from the first to the last that is not blank. */
function said(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((one) => one.trim() !== "");
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((one) => one.trim() !== "") + 1);
}

/** The hunks as changes of the code that has those in `done` already. */
function moved(hunks: readonly Hunk[], done: readonly Hunk[]): Hunk[] {
  return hunks.map((hunk) => {
    const before = done.filter(
      ({ oldStart, newStart }) => oldStart < hunk.oldStart || newStart < hunk.newStart,
    );
    const grown = before.reduce((sum, { oldLines, newLines }) => sum + newLines.length - oldLines.length, 0);
    return { ...hunk, oldStart: hunk.oldStart + grown };
  });
}

test("applying all hunks gives the answer, in any pieces, and applying none gives the original", () => {
  fc.assert(
    fc.property(original, answer, (code, { text, cuts }) => {
      const hunks = hunksOf(code, pieces(text, cuts));
      expect(hunks).toEqual(hunksOf(code, [text]));
      expect(said(splitCode(applyHunks(code, hunks)).texts)).toEqual(said(text.split("\n")));
      expect(applyHunks(code, [])).toBe(code);
    }),
    { numRuns: 2_000 },
  );
});

test("after some hunks are applied, the others still apply, and together they give the answer", () => {
  fc.assert(
    fc.property(
      original,
      answer,
      fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
      (code, { text, cuts }, choice) => {
        const hunks = hunksOf(code, pieces(text, cuts));
        const some = hunks.filter((_, n) => choice[n]);
        const others = moved(
          hunks.filter((_, n) => !choice[n]),
          some,
        );
        const half = applyHunks(code, some);
        const { texts } = splitCode(half);
        for (const { oldStart, oldLines } of others)
          expect(texts.slice(oldStart - 1, oldStart - 1 + oldLines.length)).toEqual(oldLines);
        expect(splitCode(applyHunks(half, others)).texts).toEqual(splitCode(applyHunks(code, hunks)).texts);
      },
    ),
    { numRuns: 2_000 },
  );
});
