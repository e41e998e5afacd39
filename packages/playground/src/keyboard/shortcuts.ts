import { isComposing } from "./composing.ts";

export interface Shortcut {
  /** `KeyboardEvent.key` in lower case. */
  readonly key: string;
  /** Whether Ctrl (Command on a Mac) is held. */
  readonly mod?: true;
  readonly shift?: true;
  /** Description for the list of shortcuts. */
  readonly does: string;
  /** Returns whether the key was handled. */
  run(): boolean;
}

const isMac = /mac/i.test(navigator.platform);

/** Handles shortcuts wherever the focus is, before the editor sees them. */
export function listenForShortcuts(shortcuts: readonly Shortcut[]): void {
  document.addEventListener(
    "keydown",
    (event) => {
      if (isComposing(event) || document.querySelector("dialog[open]") !== null) return;
      const shortcut = shortcuts.find((one) => matches(one, event));
      if (shortcut === undefined || !shortcut.run()) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}

function matches({ key, mod, shift }: Shortcut, event: KeyboardEvent): boolean {
  const hasMod = isMac ? event.metaKey : event.ctrlKey;
  if (hasMod !== (mod ?? false) || event.shiftKey !== (shift ?? false) || event.altKey) return false;
  return event.key.toLowerCase() === key;
}

/** Returns the names of the keys, for display. */
export function keysOf({ key, mod, shift }: Shortcut): readonly string[] {
  const name = NAMES[key] ?? key.toUpperCase();
  return [...(mod ? [isMac ? "⌘" : "Ctrl"] : []), ...(shift ? ["Shift"] : []), name];
}

const NAMES: Readonly<Record<string, string>> = { escape: "Esc", enter: "Enter" };
