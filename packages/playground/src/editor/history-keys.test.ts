import { history } from "@codemirror/commands";
import { EditorState, type TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { HISTORY_KEYS } from "./history-keys.ts";

/** What a key of the history leaves of code that was typed before. */
function pressed(key: string, isReadOnly: boolean): string {
  let state = EditorState.create({ extensions: [history(), EditorState.readOnly.of(isReadOnly)] });
  const dispatch = (spec: TransactionSpec) => {
    state = state.update(spec).state;
  };
  const view = {
    get state() {
      return state;
    },
    dispatch,
  } as unknown as EditorView;
  dispatch({ changes: { from: 0, insert: "code" }, userEvent: "input.paste" });
  for (let times = 0; times < 3; times++) HISTORY_KEYS.find((binding) => binding.key === key)?.run?.(view);
  return state.doc.toString();
}

test.each(["Mod-z", "Mod-u"])("%s undoes typed code, but not in a read-only editor", (key) => {
  expect(pressed(key, false)).toBe("");
  expect(pressed(key, true)).toBe("code");
});
