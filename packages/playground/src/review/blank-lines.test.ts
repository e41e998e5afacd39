import { EditorState, Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { hunksBetween } from "@flint/client/browser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { acceptedText } from "./accepted.ts";
import { acceptOne, pendingChunks, propose, rejectAll, rejectOne, reviewing } from "./review.ts";

/** As much of a view as the commands use, in which the second text is proposed for the first. */
function proposal(code: string, edited: string) {
  let state = EditorState.create({ doc: code, extensions: reviewing(Text.of(code.split("\n"))) });
  const view = {
    get state() {
      return state;
    },
    dispatch: (spec: Parameters<EditorState["update"]>[0]) => {
      state = state.update(spec).state;
    },
  } as unknown as EditorView;
  propose(view, hunksBetween(code, edited));
  return view;
}

function each(view: EditorView, settle: (view: EditorView) => boolean): EditorState {
  // What is left is compared anew, and may come apart.
  for (let left = 100; left > 0 && pendingChunks(view.state).length > 0; left--) settle(view);
  return view.state;
}

/** The text outside of the changes that wait, of the accepted text and of the code. */
function outside(state: EditorState): [string[], string[]] {
  const texts: [string[], string[]] = [[], []];
  let [a, b] = [0, 0];
  for (const { fromA, toA, fromB, toB } of pendingChunks(state)) {
    texts[0].push(acceptedText(state).sliceString(a, fromA));
    texts[1].push(state.sliceDoc(b, fromB));
    [a, b] = [toA, toB];
  }
  texts[0].push(acceptedText(state).sliceString(a));
  texts[1].push(state.sliceDoc(b));
  return texts;
}

const line = fc.constantFrom("", "", "", "f();", "}", "if (x) {", "let k;");
const lines = fc.array(line, { maxLength: 14 });
/** Code with runs of blank lines, and the same with lines that come, go and change. */
const edits = fc.tuple(lines, fc.infiniteStream(fc.tuple(fc.nat(9), line))).map(([old, steps]) => {
  const edited = old.flatMap((text) => {
    const [step, other] = steps.next().value;
    return step === 0 ? [] : step === 1 ? [other] : step < 4 ? [text, other] : [text];
  });
  return [`${old.join("\n")}\n`, `${edited.join("\n")}\n`] as const;
});
const MANY = { numRuns: 300 };

test("changes next to blank lines can be accepted and rejected completely", () => {
  fc.assert(
    fc.property(edits, ([code, edited]) => {
      const { state } = proposal(code, edited);
      expect(state.doc.toString()).toBe(edited);
      const [accepted, shown] = outside(state);
      expect(shown).toEqual(accepted);

      const taken = each(proposal(code, edited), acceptOne);
      expect([acceptedText(taken).toString(), pendingChunks(taken)]).toEqual([edited, []]);
      const left = each(proposal(code, edited), rejectOne);
      expect([left.doc.toString(), pendingChunks(left)]).toEqual([code, []]);
      const back = proposal(code, edited);
      rejectAll(back);
      expect([back.state.doc.toString(), pendingChunks(back.state)]).toEqual([code, []]);
    }),
    MANY,
  );
});

test("text typed outside of changes next to blank lines goes into both texts", () => {
  fc.assert(
    fc.property(edits, fc.nat(), ([code, edited], place) => {
      const view = proposal(code, edited);
      const chunks = pendingChunks(view.state);
      const at = place % (edited.length + 1);
      fc.pre(!chunks.some(({ fromB, endB }) => fromB <= at && at <= endB));
      const before = chunks.findLast(({ endB }) => endB < at);
      const offset = before === undefined ? 0 : before.toA - before.toB;
      view.dispatch({ changes: { from: at, insert: "typed" }, userEvent: "input.type" });
      const { state } = view;
      expect(state.doc.toString()).toBe(`${edited.slice(0, at)}typed${edited.slice(at)}`);
      const typed = `${code.slice(0, at + offset)}typed${code.slice(at + offset)}`;
      expect(acceptedText(state).toString()).toBe(typed);
      rejectAll(view);
      expect(view.state.doc.toString()).toBe(typed);
    }),
    MANY,
  );
});
