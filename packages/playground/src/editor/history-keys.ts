import { historyKeymap, redo } from "@codemirror/commands";
import type { KeyBinding } from "@codemirror/view";

/** Undo and redo. Those of selections would take back changes as well, whether or not the code is to be only read. */
export const HISTORY_KEYS: readonly KeyBinding[] = [
  ...historyKeymap,
  { key: "Mod-Shift-z", run: redo } satisfies KeyBinding,
].map(({ run, ...binding }) => ({ ...binding, run: (view) => !view.state.readOnly && run?.(view) === true }));
