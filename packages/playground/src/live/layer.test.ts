import { EditorState } from "@codemirror/state";
import { type DecorationSet, EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { clearPaint, liveLayer, paintProgress } from "./layer.ts";
import { type Changed, progressOf } from "./progress.ts";

const CODE = "one\ntwo\nthree\nfour";

function widgets(state: EditorState): { at: number; side: number }[] {
  const sets = state
    .facet(EditorView.decorations)
    .filter((set) => typeof set !== "function") as DecorationSet[];
  return sets.flatMap((set) => {
    const found: { at: number; side: number }[] = [];
    set.between(0, state.doc.length, (from, _to, { spec }) => {
      found.push({ at: from, side: spec.side });
    });
    return found;
  });
}

function changed(oldStart: number, oldLines: string[], newLines: string[], settled: boolean): Changed {
  return { kind: "changed", oldStart, oldLines, newStart: oldStart, newLines, settled };
}

test("new lines stand under the old ones; insertions before their line, or at the end", () => {
  const state = EditorState.create({ doc: CODE, extensions: liveLayer });
  const progress = {
    settled: [changed(1, ["one"], ["1"], true), changed(3, [], ["2½"], true), changed(4, ["four"], [], true)],
    open: changed(5, [], ["five"], false),
    reached: null,
  };
  const painted = state.update({ effects: paintProgress.of(progress) }).state;
  expect(painted.doc).toBe(state.doc);
  expect(widgets(painted)).toEqual([
    { at: 3, side: 1 },
    { at: 8, side: -1 },
    { at: 18, side: 1 },
  ]);
  expect(widgets(painted.update({ effects: clearPaint.of(null) }).state)).toEqual([]);
});

test("only what has settled since is told", () => {
  const first = changed(1, ["one"], ["1"], true);
  const second = changed(3, ["three"], ["3"], true);
  const open = changed(4, ["four"], ["4"], false);
  const preview = {
    arrivedLines: 4,
    pieces: [
      first,
      { kind: "unchanged", oldStart: 2, newStart: 2, lines: ["two"] } as const,
      second,
      open,
      { kind: "expected", oldStart: 5, lines: ["five", "six"] } as const,
    ],
  };
  const known = new Set<number>();
  expect(progressOf(preview, known)).toEqual({ settled: [first, second], open, reached: 5 });
  expect(progressOf(preview, known).settled).toEqual([]);
  expect(progressOf(preview, new Set([3])).settled).toEqual([first]);
});

test("changes may settle in any order", () => {
  const state = EditorState.create({ doc: CODE, extensions: liveLayer });
  const paint = (change: Changed) => paintProgress.of({ settled: [change], open: null, reached: null });
  const painted = state.update({
    effects: [paint(changed(3, ["three"], ["3"], true)), paint(changed(1, ["one"], ["1"], true))],
  }).state;
  expect(widgets(painted).map(({ at }) => at)).toEqual([3, 13]);
});
