import { widthOf } from "./printable.ts";

/** The part of a terminal's stream that painting needs. */
export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  write(text: string): unknown;
  on(event: "resize", listener: () => void): unknown;
  removeListener(event: "resize", listener: () => void): unknown;
}

/** A row, and its width in cells; the text may hold colour codes. */
export interface Row {
  readonly text: string;
  readonly width: number;
}

/** Makes a row of plain printable text, coloured by `paint`. */
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
 * Rows at the bottom of a terminal, repainted in place. Only rows that differ are written, in one synchronized
 * update, so that nothing flickers. What is written above with {@link Screen.print} goes to the scrollback.
 * Between paints the cursor rests at the start of the last row.
 */
export class Screen {
  readonly #terminal: Terminal;
  #shown: readonly Row[] = [];
  #open = true;
  #left = false;
  readonly #onResize = () => this.#repaint();

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    terminal.write(HIDE_CURSOR);
    terminal.on("resize", this.#onResize);
  }

  get columns(): number {
    return this.#terminal.columns || 80;
  }

  /** Rows that can be painted without pushing any into the scrollback. */
  get capacity(): number {
    return Math.max((this.#terminal.rows || 24) - 1, 1);
  }

  /** Shows these rows. Rows beyond the capacity, and text beyond the width, must have been cut by the caller. */
  paint(rows: readonly Row[]): void {
    if (!this.#open || this.#left) return;
    const changes = this.#changes(rows);
    this.#shown = rows;
    if (changes !== "") this.#terminal.write(BEGIN + changes + END);
  }

  /** Writes whole lines above the painted rows, which are gone until the next paint. */
  print(lines: string): void {
    this.#terminal.write(BEGIN + this.#toTop() + CLEAR_BELOW + lines + END);
    this.#shown = [];
  }

  /** Removes the painted rows and gives the cursor back until {@link Screen.enter}: nothing is painted meanwhile. */
  leave(): void {
    if (!this.#open || this.#left) return;
    this.#left = true;
    this.#terminal.write(this.#toTop() + CLEAR_BELOW + SHOW_CURSOR);
    this.#shown = [];
  }

  /** Takes the terminal again, whoever had it: what is painted next begins where the cursor is. */
  enter(): void {
    if (!this.#open) return;
    this.#left = false;
    this.#shown = [];
    this.#terminal.write(`\r${CLEAR_BELOW}${HIDE_CURSOR}`);
  }

  /** Removes the painted rows and gives the cursor back. Safe to call twice. */
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
      // Downwards past the last row a line feed makes a new one, and scrolls where there is no room.
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
    // A terminal that became narrower has wrapped the rows, so they take more lines than were painted.
    const lines = this.#shown.reduce(
      (sum, { width }) => sum + Math.max(1, Math.ceil(width / this.columns)),
      0,
    );
    return lines > 1 ? `\r\x1b[${lines - 1}A` : "\r";
  }

  #repaint(): void {
    if (this.#left) return;
    const rows = this.#shown;
    const top = this.#toTop();
    this.#shown = [];
    this.#terminal.write(top + CLEAR_BELOW);
    this.paint(rows.filter(({ width }) => width < this.columns).slice(-this.capacity));
  }
}
