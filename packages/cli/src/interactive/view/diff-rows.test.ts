import { EditState, type SessionEvent } from "@flint/client";
import { expect, test } from "vitest";
import { type DiffRow, proposedRows, windowOf } from "./diff-rows.ts";

const ROOM = 10;

/** A proposal of two changes: this many lines in the place of the second line, and one at the end. */
function proposal(newLines: number): EditState {
  const base = "one\ntwo\nthree\nfour\n";
  const edit = new EditState({
    ...{ id: "e1", path: "a.js", instruction: "go", selection: null, from: null, beside: null },
    ...{ base, input: base, begun: 0, tokenLength: null },
  });
  const added = Array.from({ length: newLines }, (_, n) => `new ${n + 1}`);
  const hunks = [
    { kind: "replace", oldStart: 2, oldLines: ["two"], newStart: 2, newLines: added },
    { kind: "replace", oldStart: 4, oldLines: ["four"], newStart: newLines + 3, newLines: ["FOUR"] },
  ];
  edit.ended({ type: "ended", edit: "e1", status: "completed", hunks } as unknown as Extract<
    SessionEvent,
    { type: "ended" }
  >);
  return edit;
}

function shown(edit: EditState, offset: number): string[] {
  edit.offset = offset;
  return windowOf(proposedRows(edit), ROOM).map(told);
}

function told(row: DiffRow): string {
  return "text" in row ? row.text : `${row.kind}${"lines" in row ? ` ${row.lines}` : ""}`;
}

test("a change taller than the screen scrolls to its end, and each screen says how much follows", () => {
  const edit = proposal(15);
  expect(shown(edit, 0)).toEqual(["head", "two", ...added(1, 7), "more 8"]);
  expect(shown(edit, 5)).toEqual([...added(4, 12), "more 3"]);
  expect(shown(edit, 7)).toEqual(added(6, 15));
  expect(shown(edit, 16)).toEqual(["new 15", "three", "head", "four", "FOUR"]);
});

test("a change that fits the screen does not scroll", () => {
  const edit = proposal(6);
  expect(shown(edit, 5)).toEqual(shown(edit, 0));
});

function added(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, n) => `new ${from + n}`);
}
