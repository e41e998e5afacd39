import { bytes, duration } from "../measure/index.ts";

export interface ProgressView {
  update(done: number, total: number | null): void;
  /** Ends the bar's line. */
  end(): void;
}

const BAR_CELLS = 24;
const FRAME_MS = 100;
const LINE_STEP = 10;

/** Returns a progress bar for a terminal; elsewhere, a line is printed for every 10 %. */
export function progressView(stream: NodeJS.WriteStream): ProgressView {
  return stream.isTTY ? new Bar(stream) : new Lines(stream);
}

class Bar implements ProgressView {
  readonly #stream: NodeJS.WriteStream;
  readonly #started = performance.now();
  #begun: number | null = null;
  #drawn = 0;
  #shown = false;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  update(done: number, total: number | null): void {
    this.#begun ??= done;
    const now = performance.now();
    if (now - this.#drawn < FRAME_MS && done !== total) return;
    this.#drawn = now;
    this.#shown = true;
    const seconds = Math.max((now - this.#started) / 1000, 0.001);
    const text = barText(done, total, (done - this.#begun) / seconds);
    this.#stream.write(`\r${text.slice(0, Math.max(this.#stream.columns - 1, 10))}\x1b[K`);
  }

  end(): void {
    if (this.#shown) this.#stream.write("\n");
  }
}

/** Formats the bar: percentage, bar, bytes, rate and remaining time. `rate` is in bytes per second. */
function barText(done: number, total: number | null, rate: number): string {
  const speed = `${bytes(rate)}/s`;
  if (total === null) return `${bytes(done)}  ${speed}`;
  const share = total === 0 ? 1 : done / total;
  const full = Math.round(share * BAR_CELLS);
  const bar = "█".repeat(full) + "░".repeat(BAR_CELLS - full);
  const left = rate > 0 && done < total ? `  ${duration(((total - done) / rate) * 1000)} left` : "";
  return `${percent(share)} % ${bar} ${bytes(done)} of ${bytes(total)}  ${speed}${left}`;
}

function percent(share: number): string {
  return String(Math.floor(share * 100)).padStart(3);
}

class Lines implements ProgressView {
  readonly #stream: NodeJS.WriteStream;
  #lastStep = -1;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  update(done: number, total: number | null): void {
    if (total === null || total === 0) return;
    const step = Math.floor((done / total) * LINE_STEP);
    if (step <= this.#lastStep) return;
    this.#lastStep = step;
    this.#stream.write(`${step * (100 / LINE_STEP)} % of ${bytes(total)}\n`);
  }

  end(): void {}
}
