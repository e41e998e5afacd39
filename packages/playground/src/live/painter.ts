import type { EditorView } from "@codemirror/view";
import type { EditTurn } from "@flint/client/browser";
import { clearPaint, paintProgress } from "./layer.ts";
import { progressOf } from "./progress.ts";

/** Paints one edit while it arrives: at most once a frame, and each time what is new. */
export class Painter {
  readonly #view: EditorView;
  readonly #turn: Pick<EditTurn, "preview">;
  /** Keeps the place that is being written in view, unless the person has scrolled away from it. */
  #follows = true;
  #frame: number | null = null;
  readonly #settled = new Set<string>();
  readonly #look = (): void => {
    this.#follows = false;
  };

  constructor(view: EditorView, turn: Pick<EditTurn, "preview">) {
    this.#view = view;
    this.#turn = turn;
    for (const event of LOOKING) view.scrollDOM.addEventListener(event, this.#look, { passive: true });
  }

  /** Something has arrived. */
  changed(): void {
    this.#frame ??= requestAnimationFrame(() => this.#paint());
  }

  /** Resolves once what has arrived is drawn, or soon, where the page is not seen and draws nothing. */
  async painted(): Promise<void> {
    if (this.#frame === null) return;
    await new Promise((resolve) => {
      // By the next frame this one is drawn.
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, DRAWN_WITHIN);
    });
  }

  /** The answer begins anew: what is painted is void. */
  reset(): void {
    this.#settled.clear();
    this.#view.dispatch({ effects: clearPaint.of(null) });
  }

  /** Takes the paint off. */
  end(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    for (const event of LOOKING) this.#view.scrollDOM.removeEventListener(event, this.#look);
    this.reset();
  }

  #paint(): void {
    this.#frame = null;
    const progress = progressOf(this.#turn.preview(), this.#settled);
    this.#view.dispatch({ effects: paintProgress.of(progress) });
    if (this.#follows && progress.reached !== null) this.#follow(progress.reached);
    // For whoever measures: an observer is told, and nothing is kept.
    performance.mark(PAINT);
    performance.clearMarks(PAINT);
  }

  /** Keeps a line in view. Scrolls seldom and far, as each time costs a layout. */
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
const LOOKING = ["wheel", "touchmove", "keydown"] as const;
/** Milliseconds; a hidden page has no frames. */
const DRAWN_WITHIN = 100;
/** Pixels that the place that is written keeps from the lower edge. */
const MARGIN = 48;
