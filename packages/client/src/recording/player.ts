import { LONGEST_TIMER } from "../longest-timer.ts";
import type { TimedEvent } from "./session-event.ts";

export interface PlayerParts {
  readonly events: readonly TimedEvent[];
  /** Playback speed as a factor; Infinity plays everything at once. */
  readonly speed: number;
  /** Called for each event when it is due. */
  take(event: TimedEvent): void;
  /** Called when no further event is due for now. */
  rest(): void;
}

/** Longest pause that is played, in milliseconds of the recording; the rest is skipped. */
const LONGEST_SILENCE = 5_000;

/** Plays recorded events with their original timing, or faster. */
export class Player {
  readonly #parts: PlayerParts;
  #speed: number;
  /** A time in the recording, and when it was played. */
  #mark = { at: 0, time: performance.now() };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wake: (() => void) | null = null;
  #isStopped = false;

  constructor(parts: PlayerParts) {
    this.#parts = parts;
    this.#speed = parts.speed;
  }

  /** The current position in the recording, in milliseconds. */
  get at(): number {
    if (this.#speed === Number.POSITIVE_INFINITY) return this.#mark.at;
    return this.#mark.at + (performance.now() - this.#mark.time) * this.#speed;
  }

  set speed(speed: number) {
    this.#mark = { at: this.at, time: performance.now() };
    this.#speed = speed;
    this.#wake?.();
  }

  /** Resolves after the last event or `stop()`, to whether the recording was played to its end. */
  async run(): Promise<boolean> {
    const { events, take, rest } = this.#parts;
    this.#mark = { at: 0, time: performance.now() };
    for (const event of events) {
      if (event.t - this.at > LONGEST_SILENCE)
        this.#mark = { at: event.t - LONGEST_SILENCE, time: performance.now() };
      if (this.#due(event) > 1) rest();
      while (!this.#isStopped && this.#due(event) > 1) await this.#pause(this.#due(event));
      if (this.#isStopped) return false;
      if (this.#speed === Number.POSITIVE_INFINITY) this.#mark = { at: event.t, time: performance.now() };
      take(event);
    }
    rest();
    return true;
  }

  stop(): void {
    this.#isStopped = true;
    this.#wake?.();
  }

  /** Returns the milliseconds until the event is due. */
  #due({ t }: TimedEvent): number {
    return this.#speed === Number.POSITIVE_INFINITY ? 0 : (t - this.at) / this.#speed;
  }

  async #pause(time: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#timer = setTimeout(resolve, Math.min(time, LONGEST_TIMER));
    });
    clearTimeout(this.#timer);
    this.#wake = null;
  }
}
