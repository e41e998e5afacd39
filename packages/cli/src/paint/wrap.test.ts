import { expect, test } from "vitest";
import { wrap } from "./wrap.ts";

test("a line is broken at its spaces", () => {
  expect(wrap("start a server there, or check the address", 16, 4)).toEqual([
    "start a server",
    "there, or check",
    "the address",
  ]);
});

test("text beyond the rows, or a word wider than a row, ends in an ellipsis", () => {
  expect(wrap("one two three four", 7, 2)).toEqual(["one two", "three …"]);
  expect(wrap("http://127.0.0.1:8787 is", 10, 2)).toEqual(["http://12…", "is"]);
  expect(wrap("漢漢漢 漢漢漢", 6, 2)).toEqual(["漢漢漢", "漢漢漢"]);
});
