import { historyKeymap, redo } from "@codemirror/commands";
import type { KeyBinding } from "@codemirror/view";

/** Undo and redo. Disabled while read-only, since CodeMirror's undo of selections would also undo changes then. */
export const HISTORY_KEYS: readonly KeyBinding[] = [
  ...historyKeymap,
  { key: "Mod-Shift-z", run: redo } satisfies KeyBinding,
].map(({ run, ...binding }) => ({ ...binding, run: (view) => !view.state.readOnly && run?.(view) === true }));
