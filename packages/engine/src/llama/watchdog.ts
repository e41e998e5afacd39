import type { ProcessReport } from "./messages.ts";
import { beatInterval, type ProcessLimits } from "./options.ts";

/** Checks per heartbeat timeout. */
const LOOKS = 10;

/** CPU usage, as a fraction of one core, below which a process is idle. */
const NOTHING = 0.02;

const seconds = (milliseconds: number) => `${Math.round(milliseconds / 100) / 10} s`;

/**
 * Detects a process that hangs while it has work. Its event loop is free while llama.cpp computes, so silence means that
 * the loop is stuck or the process is stopped. Its reports show whether llama.cpp makes progress: a long step of a large
 * model uses CPU time, and loading one reads from disk.
 *
 * Counts checks and heartbeats instead of comparing clocks: both pause when this process or the machine is suspended.
 */
export class Watchdog {
  readonly #limits: ProcessLimits;
  readonly #hung: (why: string) => void;
  readonly #beat: number;
  #timer: NodeJS.Timeout | undefined;
  #silentLooks = 0;
  #last: ProcessReport | null = null;
  /** Heartbeats since the last progress, and since the last sign of activity. */
  #unchanged = 0;
  #lifeless = 0;

  constructor(limits: ProcessLimits, hung: (why: string) => void) {
    this.#limits = limits;
    this.#hung = hung;
    this.#beat = beatInterval(limits);
  }

  /** Starts watching: the process has work. */
  watch(): void {
    if (this.#timer !== undefined) return;
    this.#silentLooks = 0;
    this.#last = null;
    this.#timer = setInterval(() => this.#look(), this.#limits.heartbeatTimeout / LOOKS);
    this.#timer.unref();
  }

  /** Stops watching: the process has no work. */
  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Records a message from the process. */
  heard(): void {
    this.#silentLooks = 0;
  }

  reported(report: ProcessReport): void {
    const last = this.#last;
    this.#last = report;
    if (this.#timer === undefined) return;
    if (last === null || report.progress > last.progress) {
      this.#unchanged = 0;
      this.#lifeless = 0;
      return;
    }
    this.#unchanged += 1;
    const lives = report.cpu - last.cpu > NOTHING * this.#beat || report.reads > last.reads;
    this.#lifeless = lives ? 0 : this.#lifeless + 1;
    const { stallTimeout, stepTimeout } = this.#limits;
    if (this.#lifeless * this.#beat >= stallTimeout) {
      this.#ended(`it has work but did nothing for ${seconds(stallTimeout)} (stallTimeout)`);
    } else if (this.#unchanged * this.#beat >= stepTimeout) {
      this.#ended(`one step took more than ${seconds(stepTimeout)} (stepTimeout)`);
    }
  }

  #look(): void {
    this.#silentLooks += 1;
    if (this.#silentLooks <= LOOKS) return;
    this.#ended(
      `it has work but sent nothing for ${seconds(this.#limits.heartbeatTimeout)} (heartbeatTimeout)`,
    );
  }

  #ended(why: string): void {
    this.rest();
    this.#hung(why);
  }
}
