/** A key press, typed text or a paste. */
export type Key =
  /** Typed characters, without control characters. */
  | { readonly type: "text"; readonly text: string }
  /** Pasted text with `\n` line breaks and no other control characters. `refused` is its length if it was too long. */
  | { readonly type: "paste"; readonly text: string; readonly refused: number | null }
  | { readonly type: "key"; readonly name: KeyName; readonly shift: boolean };

export type KeyName =
  | "enter"
  | "tab"
  | "escape"
  | "backspace"
  | "delete"
  | "up"
  | "down"
  | "left"
  | "right"
  | "home"
  | "end"
  | "page-up"
  | "page-down"
  | "mark"
  | `ctrl-${string}`;
