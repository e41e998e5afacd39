import type { Preview } from "@flint/client";
import { duration } from "../measure/index.ts";
import { diffRow } from "./diff-line.ts";
import { Frames } from "./frames.ts";
import { previewLines } from "./preview-lines.ts";
import { fit, printable } from "./printable.ts";
import { type Row, row, Screen, type Terminal } from "./screen.ts";
import { restoreAroundStops } from "./stops.ts";
import type { Theme } from "./theme.ts";

export interface LiveDiffOptions {
  readonly terminal: Terminal;
  readonly theme: Theme;
  /** What is being edited, for the status row. */
  readonly title: () => string;
  /** The edit's current state; null before it has started. */
  readonly preview: () => Preview | null;
  /** The available keys, for the status row. */
  readonly hint: string;
  /** Rows below the status row, such as a typed line. */
  readonly footer?: () => readonly string[];
  /** Minimum time between paints, in milliseconds. Default 17, or at most 60 paints a second. */
  readonly frame?: number;
}

const SPINNER = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const TICK_MS = 100;

/** Shows a growing diff at the bottom of the terminal while the model writes. */
export class LiveDiff {
  readonly #options: LiveDiffOptions;
  readonly #screen: Screen;
  readonly #started = performance.now();
  readonly #ticker: NodeJS.Timeout;
  readonly #frames: Frames;
  readonly #release: () => void;
  #note = "";

  constructor(options: LiveDiffOptions) {
    this.#options = options;
    this.#screen = new Screen(options.terminal);
    this.#ticker = setInterval(() => this.request(), TICK_MS);
    this.#frames = new Frames(() => this.#screen.paint(this.#rows()), options.frame);
    this.#release = restoreAroundStops({
      leave: () => this.#screen.leave(),
      enter: () => {
        this.#screen.enter();
        this.request();
      },
    });
    this.#frames.now();
  }

  /** Schedules a paint, at most one per frame. */
  request(): void {
    this.#frames.request();
  }

  /** Shows a note in the status row until the next one. */
  note(text: string): void {
    this.#note = text;
    this.request();
  }

  /** Stops painting and removes what was painted. Safe to call twice. */
  close(): void {
    clearInterval(this.#ticker);
    this.#release();
    this.#frames.close();
    this.#screen.close();
  }

  #rows(): Row[] {
    const { theme, footer } = this.#options;
    // Leave the last column empty: some terminals wrap when it is filled.
    const width = this.#screen.columns - 1;
    const below = [
      row(fit(this.#status(), width), theme.faint),
      ...(footer?.() ?? []).map((text) => row(fit(text, width))),
    ];
    const room = Math.max(this.#screen.capacity - below.length, 0);
    const preview = this.#options.preview();
    const { lines, ahead } = preview === null ? { lines: [], ahead: 0 } : previewLines(preview);
    // If space is short, drop expected lines first, then old ones: the line being written stays visible.
    const surplus = Math.max(lines.length - room, 0);
    const shown = lines.slice(0, lines.length - Math.min(surplus, ahead)).slice(Math.max(surplus - ahead, 0));
    return [...shown.map((line) => diffRow(line, width, theme)), ...below].slice(-this.#screen.capacity);
  }

  #status(): string {
    const { title, hint } = this.#options;
    const elapsed = performance.now() - this.#started;
    const spinner = SPINNER[Math.floor(elapsed / TICK_MS) % SPINNER.length];
    const parts = [`${spinner} ${printable(title())}`, duration(elapsed), this.#note, hint];
    return parts.filter((part) => part !== "").join("  ");
  }
}
