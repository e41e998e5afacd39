import type { Attempt } from "../score/index.ts";

const WIDTH = 24;

export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows the progress of an evaluation: a bar on a terminal, elsewhere a line after each tenth. */
export class Progress {
  readonly #out: ProgressOutput;
  readonly #total: number;
  #solved = 0;
  #tenths = 0;

  constructor(out: ProgressOutput, total: number) {
    this.#out = out;
    this.#total = total;
  }

  update(attempt: Attempt, done: number): void {
    if (attempt.solved) this.#solved++;
    const counts = `${done}/${this.#total}, ${this.#solved} solved`;
    if (this.#out.isTTY) {
      const filled = Math.round((WIDTH * done) / this.#total);
      const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
      const line = `${bar} ${counts} · ${attempt.problem} (${attempt.phrasing})`;
      this.#out.write(`\r\x1b[K${line.slice(0, (this.#out.columns ?? 80) - 1)}`);
    } else {
      const tenths = Math.floor((10 * done) / this.#total);
      if (tenths > this.#tenths) this.#out.write(`${counts}\n`);
      this.#tenths = tenths;
    }
  }

  end(): void {
    if (this.#out.isTTY) this.#out.write("\r\x1b[K");
  }
}
