import { EditorState } from "@codemirror/state";
import { type DecorationSet, EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { clearPaint, liveLayer, marksBetween, paintProgress } from "./layer.ts";
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

test("new lines are shown below the old ones, and insertions before their line or at the end", () => {
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

test("only changes settled since the last call are returned", () => {
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
  const known = new Set<string>();
  expect(progressOf({ ...preview, pieces: [second] }, known).settled).toEqual([second]);
  expect(progressOf(preview, known)).toEqual({ settled: [first], open, reached: 5 });
  expect(progressOf(preview, known).settled).toEqual([]);
});

test("several changes at one line are all returned", () => {
  const changes = [
    changed(2, [], ["from the block before"], true),
    changed(2, [], ["from this one"], true),
    changed(2, ["two"], ["2"], true),
  ];
  const known = new Set<string>();
  const told = changes.toReversed().flatMap((_, left) => {
    const pieces = changes.slice(changes.length - 1 - left);
    return progressOf({ arrivedLines: 4, pieces }, known).settled;
  });
  expect(told).toEqual(changes.toReversed());
});

test("changes may settle in any order of lines", () => {
  const state = EditorState.create({ doc: CODE, extensions: liveLayer });
  const paint = (change: Changed) => paintProgress.of({ settled: [change], open: null, reached: null });
  const painted = state.update({
    effects: [paint(changed(3, ["three"], ["3"], true)), paint(changed(1, ["one"], ["1"], true))],
  }).state;
  expect(widgets(painted).map(({ at }) => at)).toEqual([3, 13]);
});

function marks(state: EditorState, from = 0, to = state.doc.length): string[] {
  const found: string[] = [];
  marksBetween(state, from, to).between(from, to, (at, _to, { spec }) => {
    found.push(`${state.doc.lineAt(at).number} ${spec.class}`);
  });
  return found;
}

test("old and reached lines are marked, whatever the order of the changes", () => {
  const state = EditorState.create({ doc: CODE, extensions: liveLayer });
  const progress = {
    settled: [changed(4, ["four"], ["4"], true), changed(3, ["three"], ["3"], true)],
    open: changed(1, ["one"], ["1"], false),
    reached: 2,
  };
  expect(marks(state.update({ effects: paintProgress.of(progress) }).state)).toEqual([
    "1 live-old live-open",
    "2 live-reached",
    "3 live-old",
    "4 live-old",
  ]);
});

test("lines in view are marked when their change begins above the view", () => {
  const state = EditorState.create({ doc: CODE, extensions: liveLayer });
  const settled = [changed(1, ["one", "two", "three"], ["1"], true), changed(1, [], ["0"], true)];
  const painted = state.update({ effects: paintProgress.of({ settled, open: null, reached: null }) }).state;
  expect(marks(painted, state.doc.line(2).from)).toEqual(["2 live-old", "3 live-old"]);
});
