import type { ProcessReport } from "./messages.ts";
import { beatInterval, type ProcessLimits } from "./options.ts";

/** Checks per heartbeat timeout. */
const CHECKS = 10;

/** CPU usage, as a fraction of one core, below which a process is idle. */
const IDLE_CPU = 0.02;

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
  readonly #onHang: (why: string) => void;
  readonly #beat: number;
  #timer: NodeJS.Timeout | undefined;
  #silentChecks = 0;
  #last: ProcessReport | null = null;
  /** Heartbeats since the last progress, and since the last sign of activity. */
  #unchanged = 0;
  #inactive = 0;

  constructor(limits: ProcessLimits, hung: (why: string) => void) {
    this.#limits = limits;
    this.#onHang = hung;
    this.#beat = beatInterval(limits);
  }

  /** Starts watching: the process has work. */
  start(): void {
    if (this.#timer !== undefined) return;
    this.#silentChecks = 0;
    this.#last = null;
    this.#timer = setInterval(() => this.#check(), this.#limits.heartbeatTimeout / CHECKS);
    this.#timer.unref();
  }

  /** Stops watching: the process has no work. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Records a message from the process. */
  recordMessage(): void {
    this.#silentChecks = 0;
  }

  recordReport(report: ProcessReport): void {
    const last = this.#last;
    this.#last = report;
    if (this.#timer === undefined) return;
    if (last === null || report.progress > last.progress) {
      this.#unchanged = 0;
      this.#inactive = 0;
      return;
    }
    this.#unchanged += 1;
    const lives = report.cpu - last.cpu > IDLE_CPU * this.#beat || report.reads > last.reads;
    this.#inactive = lives ? 0 : this.#inactive + 1;
    const { stallTimeout, stepTimeout } = this.#limits;
    if (this.#inactive * this.#beat >= stallTimeout) {
      this.#reportHang(`it has work but did nothing for ${seconds(stallTimeout)} (stallTimeout)`);
    } else if (this.#unchanged * this.#beat >= stepTimeout) {
      this.#reportHang(`one step took more than ${seconds(stepTimeout)} (stepTimeout)`);
    }
  }

  #check(): void {
    this.#silentChecks += 1;
    if (this.#silentChecks <= CHECKS) return;
    this.#reportHang(
      `it has work but sent nothing for ${seconds(this.#limits.heartbeatTimeout)} (heartbeatTimeout)`,
    );
  }

  #reportHang(why: string): void {
    this.stop();
    this.#onHang(why);
  }
}
