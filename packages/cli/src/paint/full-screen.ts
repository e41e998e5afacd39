import type { Row, Terminal } from "./screen.ts";

const ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h";
const LEAVE = "\x1b[?2004l\x1b[?25h\x1b[?1049l";
const BEGIN = "\x1b[?2026h";
const END = "\x1b[?2026l";
const RESET = "\x1b[0m";
const CLEAR_LINE = "\x1b[K";
const CLEAR = "\x1b[2J";

/**
 * Paints on the terminal's alternate screen; closing it restores the previous content. Writes only rows that differ, in
 * one synchronized update, which avoids flicker. Bracketed paste is enabled while open.
 */
export class FullScreen {
  readonly #terminal: Terminal;
  readonly #repaint: () => void;
  readonly #onResize = () => this.redraw();
  #shown: (string | null)[] = [];
  #open = true;
  #isPaused = false;

  /** `repaint` is called when all rows must be repainted. */
  constructor(terminal: Terminal, repaint: () => void) {
    this.#terminal = terminal;
    this.#repaint = repaint;
    terminal.write(ENTER + CLEAR);
    terminal.on("resize", this.#onResize);
  }

  get columns(): number {
    return Math.max(this.#terminal.columns || 0, 0);
  }

  get rows(): number {
    return Math.max(this.#terminal.rows || 0, 0);
  }

  /** Shows these rows from the top. The caller must cut rows and text to the terminal's size. */
  paint(rows: readonly Row[]): void {
    if (!this.#open || this.#isPaused) return;
    let changes = "";
    for (let index = 0; index < this.rows; index++) {
      const text = rows[index]?.text ?? "";
      if (this.#shown[index] === text) continue;
      this.#shown[index] = text;
      changes += `\x1b[${index + 1};1H${RESET}${text}${RESET}${CLEAR_LINE}`;
    }
    if (changes !== "") this.#terminal.write(BEGIN + changes + END);
  }

  /** Repaints everything, since the terminal may show anything. */
  redraw(): void {
    if (!this.#open || this.#isPaused) return;
    this.#shown = [];
    this.#terminal.write(CLEAR);
    this.#repaint();
  }

  /** Restores the terminal and pauses painting until {@link FullScreen.enter}. */
  leave(): void {
    if (!this.#open || this.#isPaused) return;
    this.#isPaused = true;
    this.#terminal.write(RESET + LEAVE);
  }

  /** Takes the terminal back after {@link FullScreen.leave}. */
  enter(): void {
    if (!this.#open) return;
    this.#isPaused = false;
    this.#terminal.write(ENTER);
    this.redraw();
  }

  /** Restores the terminal. Safe to call twice. */
  close(): void {
    if (!this.#open) return;
    this.leave();
    this.#open = false;
    this.#terminal.removeListener("resize", this.#onResize);
  }
}
