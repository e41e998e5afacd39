import { isComposing } from "./composing.ts";

export interface Shortcut {
  /** As `KeyboardEvent.key` has it, in lower case. */
  readonly key: string;
  /** Ctrl, or Command on a Mac. */
  readonly mod?: true;
  readonly shift?: true;
  /** For the list of shortcuts. */
  readonly does: string;
  /** Whether there was something to do. */
  run(): boolean;
}

const isMac = /mac/i.test(navigator.platform);

/** Listens for shortcuts wherever the focus is, before the editor does. */
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

/** The keys as a person reads them. */
export function keysOf({ key, mod, shift }: Shortcut): readonly string[] {
  const name = NAMES[key] ?? key.toUpperCase();
  return [...(mod ? [isMac ? "⌘" : "Ctrl"] : []), ...(shift ? ["Shift"] : []), name];
}

const NAMES: Readonly<Record<string, string>> = { escape: "Esc", enter: "Enter" };
