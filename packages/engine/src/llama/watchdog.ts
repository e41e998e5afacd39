import type { ProcessReport } from "./messages.ts";
import { beatInterval, type ProcessLimits } from "./options.ts";

/** Looks at the process within one heartbeat time-out. */
const LOOKS = 10;

/** CPU time, as a share of one core, below which a process does nothing. */
const NOTHING = 0.02;

const seconds = (milliseconds: number) => `${Math.round(milliseconds / 100) / 10} s`;

/**
 * Notices a process that hangs while it has work. Its event loop is free while llama.cpp computes, so silence means that
 * the loop is stuck or the process is stopped; and what it says of itself shows whether llama.cpp still gets anywhere. A
 * long step of a large model uses CPU time, and loading one reads from disk.
 *
 * Looks and beats are counted rather than clocks compared: where this process or the whole machine sleeps, both stop.
 */
export class Watchdog {
  readonly #limits: ProcessLimits;
  readonly #hung: (why: string) => void;
  readonly #beat: number;
  #timer: NodeJS.Timeout | undefined;
  #silentLooks = 0;
  #last: ProcessReport | null = null;
  /** Beats since the process was last seen to get on, and since it was last seen to do anything. */
  #unchanged = 0;
  #lifeless = 0;

  constructor(limits: ProcessLimits, hung: (why: string) => void) {
    this.#limits = limits;
    this.#hung = hung;
    this.#beat = beatInterval(limits);
  }

  /** The process has work from now on. */
  watch(): void {
    if (this.#timer !== undefined) return;
    this.#silentLooks = 0;
    this.#last = null;
    this.#timer = setInterval(() => this.#look(), this.#limits.heartbeatTimeout / LOOKS);
    this.#timer.unref();
  }

  /** It has none any more. */
  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Something has come from it. */
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
