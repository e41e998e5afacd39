import fc from "fast-check";
import { expect, test } from "vitest";
import { widthOf } from "./printable.ts";
import { padRow, spanRow, withoutCells } from "./spans.ts";

test("spans are joined with their colours and cut at the end of the row", () => {
  const red = (text: string) => `<${text}>`;
  expect(spanRow([{ text: "ab" }, { text: "cd", paint: red }, { text: "ef" }], 9)).toEqual({
    text: "ab<cd>ef",
    width: 6,
  });
  expect(spanRow([{ text: "ab" }, { text: "cdef", paint: red }, { text: "g" }], 4).text).toBe("ab<c…>");
  expect(padRow(spanRow([{ text: "ab" }], 4), 4)).toEqual({ text: "ab  ", width: 4 });
});

test("scrolled spans begin with an ellipsis and keep their colours", () => {
  const red = (text: string) => `<${text}>`;
  const spans = [{ text: "a\tb" }, { text: "cdef", paint: red }];
  const rowFrom = (cells: number) => spanRow(withoutCells(spans, cells), 9).text;
  expect([0, 1, 2, 4, 6].map(rowFrom)).toEqual(["a  b<cdef>", "… b<cdef>", "…b<cdef>", "…<def>", "…<f>"]);
  expect(rowFrom(20)).toBe("…");
  expect(spanRow(withoutCells([{ text: "" }], 3), 9).text).toBe("");
  // Half of a wide character is not shown.
  expect(spanRow(withoutCells([{ text: "a漢b" }], 1), 9).text).toBe("…b");
});

test("whatever the text, a row is no wider than asked and has no control characters", () => {
  const anything = fc.array(fc.record({ text: fc.string({ unit: "binary", maxLength: 12 }) }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 30 }), (spans, width) => {
      const row = spanRow(spans, width);
      expect(row.width).toBeLessThanOrEqual(width);
      expect(widthOf(row.text)).toBeLessThanOrEqual(width);
      expect(row.text).not.toMatch(/\p{Cc}/u);
    }),
  );
});
