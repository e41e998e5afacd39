import { widthOf } from "./printable.ts";

/** The parts of a terminal's output stream that painting uses. */
export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  write(text: string): unknown;
  on(event: "resize", listener: () => void): unknown;
  removeListener(event: "resize", listener: () => void): unknown;
}

/** A row and its width in cells. The text may contain colour codes. */
export interface Row {
  readonly text: string;
  readonly width: number;
}

/** Makes a row from plain printable text, coloured by `paint`. */
export function row(text: string, paint: (text: string) => string = (plain) => plain): Row {
  return { text: paint(text), width: widthOf(text) };
}

const BEGIN = "\x1b[?2026h";
const END = "\x1b[?2026l";
const HIDE_CURSOR = "\x1b[?25l";
const SHOW_CURSOR = "\x1b[?25h";
const CLEAR_LINE = "\x1b[K";
const CLEAR_BELOW = "\x1b[J";

/**
 * Rows at the bottom of a terminal, repainted in place. Writes only rows that differ, in one synchronized update, which
 * avoids flicker. {@link Screen.print} writes above them, into the scrollback. Between paints the cursor is at the
 * start of the last row.
 */
export class Screen {
  readonly #terminal: Terminal;
  #shown: readonly Row[] = [];
  #open = true;
  #isPaused = false;
  readonly #onResize = () => this.#repaint();

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    terminal.write(HIDE_CURSOR);
    terminal.on("resize", this.#onResize);
  }

  get columns(): number {
    return this.#terminal.columns || 80;
  }

  /** The number of rows that fit without scrolling any into the scrollback. */
  get capacity(): number {
    return Math.max((this.#terminal.rows || 24) - 1, 1);
  }

  /** Shows these rows. The caller must cut rows to the capacity and text to the width. */
  paint(rows: readonly Row[]): void {
    if (!this.#open || this.#isPaused) return;
    const changes = this.#changes(rows);
    this.#shown = rows;
    if (changes !== "") this.#terminal.write(BEGIN + changes + END);
  }

  /** Writes complete lines above the painted rows, which disappear until the next paint. */
  print(lines: string): void {
    this.#terminal.write(BEGIN + this.#toTop() + CLEAR_BELOW + lines + END);
    this.#shown = [];
  }

  /** Removes the painted rows, restores the cursor and pauses painting until {@link Screen.enter}. */
  leave(): void {
    if (!this.#open || this.#isPaused) return;
    this.#isPaused = true;
    this.#terminal.write(this.#toTop() + CLEAR_BELOW + SHOW_CURSOR);
    this.#shown = [];
  }

  /** Resumes painting after {@link Screen.leave}, at the current cursor position. */
  enter(): void {
    if (!this.#open) return;
    this.#isPaused = false;
    this.#shown = [];
    this.#terminal.write(`\r${CLEAR_BELOW}${HIDE_CURSOR}`);
  }

  /** Removes the painted rows and restores the cursor. Safe to call twice. */
  close(): void {
    if (!this.#open) return;
    this.leave();
    this.#open = false;
    this.#terminal.removeListener("resize", this.#onResize);
  }

  #changes(rows: readonly Row[]): string {
    const before = this.#shown;
    let output = "";
    let at = before.length - 1;
    const moveTo = (index: number) => {
      const distance = index - Math.max(at, 0);
      at = index;
      if (distance < 0) return `\x1b[${-distance}A`;
      // A line feed moves down past the last row, and scrolls if there is no room.
      return "\n".repeat(distance);
    };
    for (const [index, next] of rows.entries()) {
      if (before[index]?.text === next.text) continue;
      output += `${moveTo(index)}${next.text}${CLEAR_LINE}\r`;
    }
    const last = Math.max(rows.length - 1, 0);
    if (rows.length < before.length) {
      output +=
        rows.length === 0
          ? this.#toTop() + CLEAR_BELOW
          : `${moveTo(rows.length)}${CLEAR_BELOW}${moveTo(last)}`;
    } else if (output !== "") output += moveTo(last);
    return output;
  }

  #toTop(): string {
    // If the terminal became narrower, it wrapped the rows, which now take more lines.
    const lines = this.#shown.reduce(
      (sum, { width }) => sum + Math.max(1, Math.ceil(width / this.columns)),
      0,
    );
    return lines > 1 ? `\r\x1b[${lines - 1}A` : "\r";
  }

  #repaint(): void {
    if (this.#isPaused) return;
    const rows = this.#shown;
    const top = this.#toTop();
    this.#shown = [];
    this.#terminal.write(top + CLEAR_BELOW);
    this.paint(rows.filter(({ width }) => width < this.columns).slice(-this.capacity));
  }
}
