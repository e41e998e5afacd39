import type { EditState } from "@flint/client";
import { type Key, type KeyName, TypedLine } from "../../keyboard/index.ts";
import { count } from "../../measure/index.ts";
import { printable, widthOf } from "../../paint/index.ts";
import { canScrollSideways, linesOf } from "../view/index.ts";
import type { Editor } from "./editor.ts";
import type { SessionLog } from "./session-log.ts";

/** The longest instruction, in UTF-16 units. */
const MAX_INSTRUCTION = 65_536;
/** Lines that each key moves by. */
const MOVES = { up: -1, down: 1, "page-up": -15, "page-down": 15 } as const;
/** The most rows that are not available to a change: title, steers, note, figures, typed line and keys. */
const ROWS_AROUND = 10;

/** Cells that the code scrolls sideways per key press. */
const ASIDE = 20;

/** Maps keys to actions, depending on the screen. Characters always go to the typed line. */
export class Keys {
  readonly #line = new TypedLine(MAX_INSTRUCTION);
  readonly #log: SessionLog;
  readonly #editor: Editor;
  readonly #quit: () => void;
  readonly #rows: () => number;
  /** The key that is erasing the typed line, until another key is pressed. */
  #erasing: KeyName | null = null;
  /** The sideways scroll position, and the edit or file that it belongs to. */
  #aside: { readonly of: EditState | string | undefined; readonly cells: number } = {
    of: undefined,
    cells: 0,
  };

  /** `rows` returns the height of the screen. */
  constructor(log: SessionLog, editor: Editor, quit: () => void, rows: () => number) {
    this.#log = log;
    this.#editor = editor;
    this.#quit = quit;
    this.#rows = rows;
    this.#line.set(log.state.typed);
  }

  /** Number of characters after the cursor in the typed line. */
  get afterCursor(): number {
    return this.#line.text === this.#log.state.typed ? this.#line.parts.after.length : 0;
  }

  /** Cells hidden at the left by sideways scrolling of what is shown. */
  get aside(): number {
    return this.#aside.of === this.#scrollTarget() ? this.#aside.cells : 0;
  }

  press(key: Key): void {
    const { state } = this.#log;
    // Something other than a key may have changed the typed line.
    if (state.typed !== this.#line.text) this.#line.set(state.typed);
    const name = key.type === "key" ? key.name : null;
    if (name !== this.#erasing) this.#erasing = null;
    if ((name === "backspace" || name === "delete") && this.#line.text !== "") this.#erasing = name;
    if (key.type === "paste" && key.refused !== null) {
      const text = `the pasted text has ${count(key.refused)} characters, more than the ${count(MAX_INSTRUCTION)} that fit: put it in a file`;
      this.#log.tell({ type: "note", text });
      return;
    }
    if (key.type === "key" && key.name === "ctrl-c") this.#interruptOrQuit();
    else if ((name === "left" || name === "right") && canScrollSideways(state)) this.#scrollSideways(name);
    else if (state.screen === "picker") this.#onPickerKey(key);
    else if (state.screen === "file" || state.edit === null) this.#onFileKey(key);
    else if (state.edit.isRunning) this.#onRunningKey(key, state.edit);
    else this.#onProposalKey(key, state.edit);
  }

  #scrollTarget(): EditState | string | undefined {
    const { screen, edit, file } = this.#log.state;
    return screen === "edit" && edit !== null ? edit : file?.path;
  }

  #scrollSideways(name: "left" | "right"): void {
    const { screen, edit, file } = this.#log.state;
    const lines = (screen === "edit" ? edit?.arriving.text : undefined) ?? "";
    const longest = linesOf(`${file?.code ?? ""}\n${lines}`).reduce((one, other) =>
      other.length > one.length ? other : one,
    );
    const last = Math.max(widthOf(printable(longest)) - ASIDE, 0);
    const cells = this.aside + (name === "left" ? -ASIDE : ASIDE);
    this.#aside = { of: this.#scrollTarget(), cells: Math.min(Math.max(cells, 0), last) };
  }

  #interruptOrQuit(): void {
    const { running } = this.#log.state;
    if (running === null || running.status === "stopping") this.#quit();
    else this.#editor.turns.interrupt();
  }

  #onPickerKey(key: Key): void {
    const { file } = this.#log.state;
    if (key.type === "key") {
      switch (key.name) {
        case "up":
        case "down":
        case "page-up":
        case "page-down":
          this.#editor.picker.move(MOVES[key.name]);
          return;
        case "enter": {
          const path = this.#editor.picker.chosen();
          if (path === undefined) return;
          this.#setLine("");
          this.#editor.open(path);
          return;
        }
        case "escape":
          if (this.#line.text !== "") {
            this.#setLine("");
            this.#editor.picker.pick("");
          } else if (file === null) this.#quit();
          else this.#log.tell({ type: "file" });
          return;
      }
    }
    if (this.#editLine(key)) this.#editor.picker.pick(this.#line.text);
  }

  #onFileKey(key: Key): void {
    const { state } = this.#log;
    if (key.type === "key") {
      switch (key.name) {
        case "up":
        case "down":
        case "page-up":
        case "page-down":
          this.#moveCursor(MOVES[key.name], key.shift);
          return;
        case "mark":
          this.#log.tell({
            ...state.pointed,
            type: "pointed",
            anchor: state.pointed.anchor === null ? state.pointed.line : null,
          });
          return;
        case "enter":
          if (this.#line.text.trim() === "") this.#editor.askSuggested();
          else this.#editor.ask(this.#line.text.trim());
          return;
        case "tab":
          if (state.edit !== null) this.#editor.choose(state.edit, state.edit.chosen);
          return;
        case "escape":
          if (state.pointed.anchor !== null)
            this.#log.tell({ ...state.pointed, type: "pointed", anchor: null });
          else if (this.#line.text !== "") this.#setLine("");
          else this.#editor.picker.pick("");
          return;
        case "ctrl-p":
          this.#setLine("");
          this.#editor.picker.pick("");
          return;
      }
    }
    if (!this.#undoOrRedo(key)) this.#editLine(key);
  }

  #onRunningKey(key: Key, edit: EditState): void {
    if (key.type === "key") {
      switch (key.name) {
        case "escape":
          if (edit.status !== "stopping") this.#editor.turns.interrupt();
          return;
        case "enter":
          if (this.#line.text.trim() !== "") this.#editor.turns.steer(edit, this.#takeLine());
          return;
        case "tab":
          if (this.#line.text.trim() !== "") this.#editor.turns.queue(edit, this.#takeLine());
          return;
      }
    }
    this.#editLine(key);
  }

  #onProposalKey(key: Key, edit: EditState): void {
    if (key.type === "key" && (key.name === "page-up" || key.name === "page-down")) {
      const page = Math.max(this.#rows() - ROWS_AROUND, 1);
      this.#editor.scroll(edit, key.name === "page-up" ? -page : page);
      return;
    }
    const typed = this.#line.text.trim();
    if (
      key.type === "key" &&
      (typed === "" ? this.#onEmptyLineKey(key.name, edit) : this.#onTypedLineKey(key.name, edit))
    )
      return;
    this.#editLine(key);
  }

  /** Keys that act on a proposal while the typed line is empty. */
  #onEmptyLineKey(name: string, edit: EditState): boolean {
    const editor = this.#editor;
    const chosen = () => edit.indexes("open").filter((hunk) => hunk === edit.chosen);
    switch (name) {
      case "enter":
        if (edit.status === "lost" || edit.status === "failed" || edit.isVain) editor.askAgain(edit);
        else if (edit.decision(edit.chosen) === "rejected") editor.reopen(edit, edit.chosen);
        else editor.accept(edit, chosen);
        return true;
      case "delete":
      case "backspace":
        if (this.#line.text !== "") return false;
        // Holding Delete to clear the line must not reject the hunk once the line is empty.
        if (name !== this.#erasing) editor.reject(edit, chosen);
        return true;
      case "ctrl-s":
        editor.accept(edit, () => edit.indexes("open"));
        return true;
      case "up":
        editor.choose(edit, edit.chosen - 1);
        return true;
      case "down":
        editor.choose(edit, edit.chosen + 1);
        return true;
      case "left":
      case "right":
        this.#switchSide(name);
        return true;
      case "ctrl-t":
        editor.askDifferently(edit, "");
        return true;
      case "escape":
        editor.leave(edit);
        return true;
      case "tab":
        return true;
      default:
        return this.#undoOrRedo({ type: "key", name: name as "ctrl-z", shift: false });
    }
  }

  /** Keys that act on a proposal while something is typed. */
  #onTypedLineKey(name: string, edit: EditState): boolean {
    switch (name) {
      case "enter":
      case "tab":
        this.#editor.askFurther(edit, this.#line.text.trim());
        return true;
      case "ctrl-t":
        this.#editor.askDifferently(edit, this.#line.text.trim());
        return true;
      case "escape":
        this.#setLine("");
        return true;
      default:
        return false;
    }
  }

  #switchSide(name: "left" | "right"): void {
    const { sides } = this.#log.state;
    const side = sides[name === "left" ? 0 : 1];
    if (side !== undefined && sides.length > 1) this.#editor.choose(side, side.chosen);
  }

  #undoOrRedo(key: Key): boolean {
    if (key.type !== "key" || (key.name !== "ctrl-z" && key.name !== "ctrl-y")) return false;
    if (key.name === "ctrl-z") this.#editor.undo();
    else this.#editor.redo();
    return true;
  }

  #moveCursor(lines: number, select: boolean): void {
    const { file, pointed } = this.#log.state;
    if (file === null) return;
    const line = Math.min(Math.max(pointed.line + lines, 1), linesOf(file.code).length);
    // Once started, a selection also grows with plain arrow keys.
    const anchor = pointed.anchor ?? (select ? pointed.line : null);
    this.#log.tell({ type: "pointed", line, anchor });
  }

  /** Whether the key edited the typed line. */
  #editLine(key: Key): boolean {
    if (!this.#line.press(key)) return false;
    const { text } = this.#line;
    if (text !== this.#log.state.typed) this.#log.tell({ type: "typed", text });
    return true;
  }

  #takeLine(): string {
    const text = this.#line.text.trim();
    this.#setLine("");
    return text;
  }

  #setLine(text: string): void {
    this.#line.set(text);
    if (this.#log.state.typed !== text) this.#log.tell({ type: "typed", text });
  }
}
