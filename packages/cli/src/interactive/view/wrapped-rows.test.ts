import { type Decision, EditState, type SessionEvent } from "@flint/client";
import { expect, test } from "vitest";
import { themeFor } from "../../paint/index.ts";
import { CodeColors } from "./code-colors.ts";
import { type DiffRow, type DiffRows, windowOf } from "./diff-rows.ts";
import { diffView } from "./diff-view.ts";
import { wrappedRows } from "./wrapped-rows.ts";

const LONG = `const names = ["${"a".repeat(40)}", "${"b".repeat(40)}"];`;
const MARKED = `${LONG.slice(0, -2)}, "${"🙂漢".repeat(10)}\t"];`;
const WIDTH = 40;

/** A proposal in which one line of three becomes another. */
function proposal(from: string, to: string): EditState {
  const base = `one\n${from}\nthree\n`;
  const edit = new EditState({
    ...{ id: "e1", path: "a.js", instruction: "go", selection: null, from: null, beside: null },
    ...{ base, input: base, begun: 0, tokenLength: null },
  });
  const hunks = [{ kind: "replace", oldStart: 2, oldLines: [from], newStart: 2, newLines: [to] }];
  edit.ended({ type: "ended", edit: "e1", status: "completed", hunks } as unknown as Extract<
    SessionEvent,
    { type: "ended" }
  >);
  return edit;
}

function view(edit: EditState, room = 30) {
  const theme = themeFor({ isTTY: false }, {});
  return diffView(edit, null, { width: WIDTH, room, theme, colors: new CodeColors(theme, () => {}) });
}

/** The text of a line of the diff, of all rows that it takes. */
function lineAt(rows: readonly { readonly text: string }[], sign: string): string {
  const first = rows.findIndex(({ text }) => text.startsWith(`2 ${sign}`));
  const length = rows.slice(first + 1).findIndex(({ text }) => !text.startsWith("  ↳"));
  return rows
    .slice(first, first + 1 + length)
    .map(({ text }) => text.slice(3))
    .join("");
}

test("a changed line wider than the screen is shown in full, with wide characters and tabs", () => {
  const rows = view(proposal(LONG, MARKED));
  expect(lineAt(rows, "-")).toBe(LONG);
  expect(lineAt(rows, "+")).toBe(MARKED.replace("\t", "  "));
  expect(Math.max(...rows.map(({ width }) => width))).toBeLessThanOrEqual(WIDTH);
});

test("a line that fits the screen is one row", () => {
  expect(view(proposal("two", "TWO")).map(({ text }) => text)).toEqual([
    ...["1  one", "▶ change 1 of 1", "2 -two", "2 +TWO", "3  three"],
  ]);
});

test("an extremely long line takes a limited number of rows and ends in …", () => {
  const rows = view(proposal("two", "x".repeat(10_000)));
  expect(rows.filter(({ text }) => text.startsWith("  ↳"))).toHaveLength(15);
  expect(rows.at(-2)?.text).toMatch(/x…$/);
});

const changed = (text: string, oldLine: number): DiffRow => ({ kind: "removed", text, oldLine, hunk: 0 });

test("scrolling moves by lines instead of rows, and the rest is counted in lines", () => {
  const head = { kind: "head", hunk: 0, decision: "open" as Decision, chosen: true, count: 1 } as const;
  const lines = ["a", "b", "c"].map((letter, n) => changed(letter.repeat(90), n + 1));
  const all = (offset: number): DiffRows => ({ rows: [head, ...lines], focus: 0, focusLength: 4, offset });
  const told = (offset: number) =>
    windowOf(wrappedRows(all(offset), 33), 5).map((row) =>
      row.kind === "removed" ? row.text[0] : `${row.kind}${row.kind === "more" ? row.lines : ""}`,
    );
  expect(told(0)).toEqual(["head", "a", "a", "a", "more2"]);
  expect(told(2)).toEqual(["b", "b", "b", "c", "more1"]);
  expect(told(3)).toEqual(["c", "c", "c"]);
});

test("a change of 300,000 lines can be wrapped", () => {
  const rows = Array.from({ length: 300_000 }, (_, n) => changed("a", n + 1));
  expect(wrappedRows({ rows, focus: 0, focusLength: rows.length }, 80).rows).toHaveLength(rows.length);
});
