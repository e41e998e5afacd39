import type { EditorView } from "@codemirror/view";
import type { EditTurn } from "@flint/client/browser";
import { clearPaint, paintProgress } from "./layer.ts";
import { progressOf } from "./progress.ts";

/** Paints a streaming edit, at most once per frame and only what is new. */
export class Painter {
  readonly #view: EditorView;
  readonly #turn: Pick<EditTurn, "preview">;
  /** Whether to keep the position being written in view; false once the user scrolls. */
  #follows = true;
  #frame: number | null = null;
  readonly #settled = new Set<string>();
  readonly #stopFollowing = (): void => {
    this.#follows = false;
  };

  constructor(view: EditorView, turn: Pick<EditTurn, "preview">) {
    this.#view = view;
    this.#turn = turn;
    for (const event of SCROLL_EVENTS)
      view.scrollDOM.addEventListener(event, this.#stopFollowing, { passive: true });
  }

  /** Schedules a paint for text that arrived. */
  changed(): void {
    this.#frame ??= requestAnimationFrame(() => this.#paint());
  }

  /** Resolves when everything received is drawn, or after a timeout in a hidden page, which draws nothing. */
  async painted(): Promise<void> {
    if (this.#frame === null) return;
    await new Promise((resolve) => {
      // The paint scheduled for the first frame is on screen by the second.
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, PAINT_TIMEOUT);
    });
  }

  /** The answer restarted: removes everything painted so far. */
  reset(): void {
    this.#settled.clear();
    this.#view.dispatch({ effects: clearPaint.of(null) });
  }

  /** Stops painting and removes everything painted. */
  end(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    for (const event of SCROLL_EVENTS) this.#view.scrollDOM.removeEventListener(event, this.#stopFollowing);
    this.reset();
  }

  #paint(): void {
    this.#frame = null;
    const progress = progressOf(this.#turn.preview(), this.#settled);
    this.#view.dispatch({ effects: paintProgress.of(progress) });
    if (this.#follows && progress.reached !== null) this.#follow(progress.reached);
    // Reported to performance observers, then dropped so that marks do not accumulate.
    performance.mark(PAINT);
    performance.clearMarks(PAINT);
  }

  /** Keeps a line in view. Scrolls rarely and far, because each scroll costs a layout. */
  #follow(line: number): void {
    this.#view.requestMeasure({
      key: this,
      read: (view) => {
        const { doc } = view.state;
        const isLast = line > doc.lines;
        const block = view.lineBlockAt(isLast ? doc.length : doc.line(line).from);
        const written = isLast ? block.bottom : block.top;
        const { scrollTop, clientHeight } = view.scrollDOM;
        const isSeen = written > scrollTop && written + MARGIN < scrollTop + clientHeight;
        return isSeen ? null : Math.max(0, written - clientHeight / 3);
      },
      write: (top, { scrollDOM }) => {
        if (top !== null) scrollDOM.scrollTop = top;
      },
    });
  }
}

const PAINT = "flint.paint";
const SCROLL_EVENTS = ["wheel", "touchmove", "keydown"] as const;
/** How long `painted` waits, in milliseconds: a hidden page has no frames. */
const PAINT_TIMEOUT = 100;
/** Minimum distance of the position being written from the lower edge, in pixels. */
const MARGIN = 48;
