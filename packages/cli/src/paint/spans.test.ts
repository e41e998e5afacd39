import fc from "fast-check";
import { expect, test } from "vitest";
import { widthOf } from "./printable.ts";
import { beyond, padded, spanRow } from "./spans.ts";

test("spans stand side by side, each in its colour, cut where the row ends", () => {
  const red = (text: string) => `<${text}>`;
  expect(spanRow([{ text: "ab" }, { text: "cd", paint: red }, { text: "ef" }], 9)).toEqual({
    text: "ab<cd>ef",
    width: 6,
  });
  expect(spanRow([{ text: "ab" }, { text: "cdef", paint: red }, { text: "g" }], 4).text).toBe("ab<c…>");
  expect(padded(spanRow([{ text: "ab" }], 4), 4)).toEqual({ text: "ab  ", width: 4 });
});

test("of spans that begin further on, what is before is one sign, and each keeps its colour", () => {
  const red = (text: string) => `<${text}>`;
  const spans = [{ text: "a\tb" }, { text: "cdef", paint: red }];
  const rowFrom = (cells: number) => spanRow(beyond(spans, cells), 9).text;
  expect([0, 1, 2, 4, 6].map(rowFrom)).toEqual(["a  b<cdef>", "… b<cdef>", "…b<cdef>", "…<def>", "…<f>"]);
  expect(rowFrom(20)).toBe("…");
  expect(spanRow(beyond([{ text: "" }], 3), 9).text).toBe("");
  // Half of a wide character is not shown.
  expect(spanRow(beyond([{ text: "a漢b" }], 1), 9).text).toBe("…b");
});

test("whatever the text, a row is as wide as it says, no wider than asked, and nothing in it acts on the terminal", () => {
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
