import type { SessionState } from "@flint/client";
import { aroundStops, Frames, FullScreen, type Row, type Terminal, type Theme } from "../../paint/index.ts";
import { CodeColors, layout } from "../view/index.ts";

export interface StageOptions {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly state: SessionState;
  /** The time, as the session's events have it. */
  readonly clock: () => number;
  /** Characters after the cursor in the typed line. Default: none. */
  readonly afterCursor?: () => number;
  /** Cells of the code that are not shown at the left. Default: none. */
  readonly aside?: () => number;
  /** Whether files are still looked for. Default: no. */
  readonly isListing?: () => boolean;
  /** Called after each paint. */
  readonly painted?: () => void;
}

/** Milliseconds after which the figures of an edit under way are painted anew, even if nothing came. */
const TICK_MS = 200;

/** Shows a session on a terminal, at most sixty times a second, until it is closed. */
export class Stage {
  readonly #options: StageOptions;
  readonly #screen: FullScreen;
  readonly #frames: Frames;
  readonly #colors: CodeColors;
  readonly #ticker: NodeJS.Timeout;
  readonly #release: () => void;
  #asked: NodeJS.Immediate | null = null;
  readonly #close = () => this.close();
  readonly #redraw = () => this.#screen.redraw();

  constructor(options: StageOptions) {
    this.#options = options;
    this.#frames = new Frames(() => this.#paint());
    this.#colors = new CodeColors(options.theme, () => this.#frames.request());
    this.#screen = new FullScreen(options.terminal, () => this.#frames.now());
    this.#ticker = setInterval(() => {
      if (options.state.running !== null) this.#frames.request();
    }, TICK_MS);
    // A terminal that became smaller and is as it was again has lost its content without a change of its size.
    process.on("SIGWINCH", this.#redraw);
    // However the process ends, the terminal is given back; a bug's stack is to be seen on it.
    process.once("exit", this.#close);
    process.once("uncaughtExceptionMonitor", this.#close);
    this.#release = aroundStops({ leave: () => this.#screen.leave(), enter: () => this.#screen.enter() });
    this.#frames.now();
  }

  /** Asks for a paint, of all that happens until then. */
  request(): void {
    this.#asked ??= setImmediate(() => {
      this.#asked = null;
      this.#frames.request();
    });
  }

  close(): void {
    this.#release();
    clearInterval(this.#ticker);
    process.removeListener("SIGWINCH", this.#redraw);
    process.removeListener("exit", this.#close);
    process.removeListener("uncaughtExceptionMonitor", this.#close);
    if (this.#asked !== null) clearImmediate(this.#asked);
    this.#frames.close();
    this.#screen.close();
  }

  /** What is on the screen now. */
  rows(): Row[] {
    const { state, theme, clock, afterCursor, aside, isListing } = this.#options;
    const { columns, rows } = this.#screen;
    return layout(state, {
      ...{ columns, rows, theme, colors: this.#colors, t: clock() },
      afterCursor: afterCursor?.() ?? 0,
      aside: aside?.() ?? 0,
      isListing: isListing?.() ?? false,
    });
  }

  #paint(): void {
    this.#screen.paint(this.rows());
    this.#options.painted?.();
  }
}
