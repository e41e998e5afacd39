import { EditorState, type TransactionSpec } from "@codemirror/state";
import { expect, test } from "vitest";
import { limitDocument } from "./document-limit.ts";

function limited(code: string) {
  const refused: number[] = [];
  const state = EditorState.create({
    doc: code,
    extensions: limitDocument((length) => refused.push(length), 10),
  });
  return {
    refused,
    with: (spec: TransactionSpec) => state.update(spec).state.doc.toString(),
  };
}

test("an insertion beyond the limit is refused as a whole and reported", () => {
  const one = limited("0123456789");
  expect(one.with({ changes: { from: 10, insert: "more" } })).toBe("0123456789");
  expect(one.refused).toEqual([14]);
  expect(one.with({ changes: { from: 0, to: 5, insert: "01" } })).toBe("0156789");
});

test("code set by the page may exceed the limit, and may then be shortened", () => {
  expect(limited("01234").with({ changes: { from: 5, insert: "56789 more" }, filter: false })).toBe(
    "0123456789 more",
  );
  const one = limited("0123456789 more");
  expect(one.with({ changes: { from: 10, to: 12 } })).toBe("0123456789ore");
  expect(one.refused).toEqual([]);
});
