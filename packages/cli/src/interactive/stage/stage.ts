import type { SessionState } from "@flint/client";
import {
  Frames,
  FullScreen,
  type Row,
  restoreAroundStops,
  type Terminal,
  type Theme,
} from "../../paint/index.ts";
import { CodeColors, layout } from "../view/index.ts";

export interface StageOptions {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly state: SessionState;
  /** Returns the time on the clock of the session's events. */
  readonly clock: () => number;
  /** Number of characters after the cursor in the typed line. Default 0. */
  readonly afterCursor?: () => number;
  /** Number of cells hidden at the left by sideways scrolling. Default 0. */
  readonly aside?: () => number;
  /** Whether the search for files is still running. Default false. */
  readonly isListing?: () => boolean;
  /** Called after each paint. */
  readonly painted?: () => void;
}

/** Interval for repainting a running edit's figures when nothing arrives, in milliseconds. */
const TICK_MS = 200;

/** Paints a session on a terminal, at most 60 times a second, until closed. */
export class Stage {
  readonly #options: StageOptions;
  readonly #screen: FullScreen;
  readonly #frames: Frames;
  readonly #colors: CodeColors;
  readonly #ticker: NodeJS.Timeout;
  readonly #release: () => void;
  #scheduled: NodeJS.Immediate | null = null;
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
    // A terminal that shrank and grew back has lost content, although its size is the same.
    process.on("SIGWINCH", this.#redraw);
    // Restore the terminal however the process ends, so that the stack trace of a bug is visible.
    process.once("exit", this.#close);
    process.once("uncaughtExceptionMonitor", this.#close);
    this.#release = restoreAroundStops({
      leave: () => this.#screen.leave(),
      enter: () => this.#screen.enter(),
    });
    this.#frames.now();
  }

  /** Schedules a paint; everything that happens until then is included. */
  request(): void {
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = null;
      this.#frames.request();
    });
  }

  close(): void {
    this.#release();
    clearInterval(this.#ticker);
    process.removeListener("SIGWINCH", this.#redraw);
    process.removeListener("exit", this.#close);
    process.removeListener("uncaughtExceptionMonitor", this.#close);
    if (this.#scheduled !== null) clearImmediate(this.#scheduled);
    this.#frames.close();
    this.#screen.close();
  }

  /** Returns the rows to show now. */
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
