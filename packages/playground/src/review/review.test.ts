import { history, redo, undo } from "@codemirror/commands";
import { EditorState, type Extension, Text, type TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Hunk } from "@flint/client/browser";
import { expect, test } from "vitest";
import { acceptedText } from "./accepted.ts";
import {
  acceptAll,
  acceptOne,
  goToChunk,
  pauseReview,
  pendingChunks,
  propose,
  rejectAll,
  rejectOne,
  replaceCode,
  reviewing,
} from "./review.ts";

const CODE = "one\ntwo\nthree\nfour\nfive\nsix\n";
const HUNKS: readonly Hunk[] = [
  { kind: "replace", oldStart: 2, oldLines: ["two"], newStart: 2, newLines: ["TWO", "2"] },
  { kind: "delete", oldStart: 5, oldLines: ["five"], newStart: 6, newLines: [] },
];
const EDITED = "one\nTWO\n2\nthree\nfour\nsix\n";

/** As much of a view as the commands use, without a page. */
function editor(code = CODE, accepted = code, extension: Extension = []) {
  let state = EditorState.create({
    doc: code,
    extensions: [history(), reviewing(Text.of(accepted.split("\n"))), extension],
  });
  const dispatch = (spec: TransactionSpec) => {
    state = state.update(spec).state;
  };
  const view = {
    get state() {
      return state;
    },
    dispatch,
  } as unknown as EditorView;
  return {
    view,
    type: (at: number, text: string) =>
      dispatch({ changes: { from: at, insert: text }, userEvent: "input.type" }),
    run: (hunks = HUNKS) => {
      pauseReview(view);
      propose(view, hunks);
    },
    undo: () => undo({ state, dispatch: (transaction) => (state = transaction.state) }),
    redo: () => redo({ state, dispatch: (transaction) => (state = transaction.state) }),
    /** What is accepted, what is shown, and how many changes wait. */
    get all() {
      return [acceptedText(state).toString(), state.doc.toString(), pendingChunks(state).length];
    },
  };
}

test("a model's changes stay pending until each is accepted or rejected", () => {
  const one = editor();
  one.run();
  expect(one.all).toEqual([CODE, EDITED, 2]);
  acceptOne(one.view);
  expect(one.all).toEqual(["one\nTWO\n2\nthree\nfour\nfive\nsix\n", EDITED, 1]);
  rejectOne(one.view);
  const half = "one\nTWO\n2\nthree\nfour\nfive\nsix\n";
  expect(one.all).toEqual([half, half, 0]);
  expect([acceptOne(one.view), rejectOne(one.view), goToChunk(one.view, 1)]).toEqual([false, false, false]);
});

test("all pending changes can be accepted or rejected at once", () => {
  const [taken, left] = [editor(), editor()];
  for (const one of [taken, left]) one.run();
  acceptAll(taken.view);
  expect(taken.all).toEqual([EDITED, EDITED, 0]);
  rejectAll(left.view);
  expect(left.all).toEqual([CODE, CODE, 0]);
});

test("replacing all of the code accepts it as a whole, even with changes pending", () => {
  const one = editor();
  one.run();
  one.view.dispatch({
    changes: { from: 0, to: EDITED.length, insert: "other\n" },
    userEvent: "input.paste",
  });
  expect(one.all).toEqual(["other\n", "other\n", 0]);
  one.undo();
  expect(one.all).toEqual([CODE, EDITED, 2]);
});

test("typed text is accepted at once, except inside a pending change", () => {
  const one = editor();
  one.type(0, "zero\n");
  expect(one.all).toEqual([`zero\n${CODE}`, `zero\n${CODE}`, 0]);
  one.undo();
  one.run();
  one.type(0, "zero\n");
  one.type("zero\n".length + EDITED.length, "seven\n");
  expect(one.all).toEqual([`zero\n${CODE}seven\n`, `zero\n${EDITED}seven\n`, 2]);
  one.type("zero\none\n".length, "more ");
  expect(one.all[0]).toBe(`zero\n${CODE}seven\n`);
  rejectAll(one.view);
  expect(one.all).toEqual([`zero\n${CODE}seven\n`, `zero\n${CODE}seven\n`, 0]);
});

test("undo steps back over acceptances, proposals and typing, and redo steps forward again", () => {
  const one = editor();
  const seen: unknown[] = [one.all];
  const steps = [
    () => one.type(0, "zero\n"),
    () => one.run([{ kind: "insert", oldStart: 3, oldLines: [], newStart: 3, newLines: ["half"] }]),
    () => acceptAll(one.view),
    () => one.run([{ kind: "delete", oldStart: 1, oldLines: ["zero"], newStart: 1, newLines: [] }]),
    () => rejectOne(one.view),
    () => replaceCode(one.view, "other\n"),
  ];
  for (const step of steps) {
    step();
    seen.push(one.all);
  }
  for (const before of seen.slice(0, -1).reverse()) {
    one.undo();
    expect(one.all).toEqual(before);
  }
  for (const after of seen.slice(1)) {
    one.redo();
    expect(one.all).toEqual(after);
  }
});

test("goToChunk cycles through the pending changes in both directions", () => {
  const one = editor();
  one.run();
  const line = () => one.view.state.doc.lineAt(one.view.state.selection.main.head).number;
  const walk = (step: 1 | -1) => {
    goToChunk(one.view, step);
    return line();
  };
  expect([walk(1), walk(1), walk(1), walk(-1), walk(-1)]).toEqual([2, 6, 2, 6, 2]);
});

test("a review starts with an earlier accepted text and its pending changes", () => {
  const one = editor(EDITED, CODE);
  expect(one.all).toEqual([CODE, EDITED, 2]);
});

test("a model's changes are proposed even if the editor refuses typed changes", () => {
  const full = EditorState.transactionFilter.of((transaction) => (transaction.docChanged ? [] : transaction));
  const one = editor(CODE, CODE, full);
  one.run();
  one.type(0, "zero\n");
  expect(one.all).toEqual([CODE, EDITED, 2]);
});

test("a run without changes shows the earlier pending changes again", () => {
  const one = editor();
  one.run();
  pauseReview(one.view);
  expect(one.all).toEqual([CODE, EDITED, 0]);
  propose(one.view, []);
  expect(one.all).toEqual([CODE, EDITED, 2]);
});

test.each([
  ["one", "one\ntwo\n\nfour\nfive\nsix\n", 2, 1],
  ["two", "one\ntwo\n \nfour\nfive\nsix\n", 4, 2],
])("propose counts an edit's changes as they are shown: %s", (_, code, line, count) => {
  const { view } = editor(code);
  const lines = code.split("\n");
  const hunks = [line, line + 2].map((at): Hunk => {
    const text = lines[at - 1] ?? "";
    return { kind: "replace", oldStart: at, oldLines: [text], newStart: at, newLines: [`${text}!`] };
  });
  expect(propose(view, hunks)).toBe(count);
  expect(pendingChunks(view.state)).toHaveLength(count);
});

test("propose does not count changes that were already pending", () => {
  const { view } = editor();
  expect(propose(view, HUNKS)).toBe(2);
  expect(
    propose(view, [{ kind: "replace", oldStart: 1, oldLines: ["one"], newStart: 1, newLines: ["ONE"] }]),
  ).toBe(1);
  expect(propose(view, [])).toBe(0);
});
