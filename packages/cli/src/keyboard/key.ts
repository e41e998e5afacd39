/** What a person did at the keyboard. */
export type Key =
  /** Characters, none of them a control character. */
  | { readonly type: "text"; readonly text: string }
  /** Pasted text: line ends are `\n`, other control characters are gone. `refused` is its length where it was too long. */
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
