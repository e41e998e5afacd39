import { type ApiError, apiError } from "@flint/protocol";
import type { RequestBytes, Weight } from "../request-bytes.ts";

export interface LaneJob {
  /** Of its request. */
  readonly bytes: number;
  /** It is this job's turn on its lane, but no place is free yet. */
  waits?(): void;
  /** It is forgotten and will not run. */
  drop?(): void;
  /** Runs one response, and those that follow from it by themselves. Must not reject. */
  run(): Promise<void>;
}

export interface LanesOptions {
  /** Jobs at once, all lanes together. */
  readonly concurrency: number;
  /** Jobs that may wait on one lane. */
  readonly queuedPerLane: number;
  /** Distinct named lanes, over the whole life. */
  readonly names: number;
  /** Of the jobs, until they are over. */
  readonly requestBytes: RequestBytes;
  /** Called each time the last job has ended. */
  readonly onIdle?: () => void;
}

/** How many jobs run, and how many wait. */
export interface LaneLoad {
  readonly running: number;
  readonly queued: number;
}

interface Waiting extends LaneJob {
  readonly weight: Weight;
}

interface Lane {
  readonly waiting: Waiting[];
  busy: boolean;
}

/** A connection's lanes: within one, jobs run one after another in order; different lanes run side by side. */
export class Lanes {
  readonly #options: LanesOptions;
  readonly #lanes = new Map<string | undefined, Lane>();
  /** Lanes that have a job to run and only wait for a free place, in order of arrival. */
  readonly #ready: Lane[] = [];
  #names = 0;
  #running = 0;

  constructor(options: LanesOptions) {
    this.#options = options;
  }

  get idle(): boolean {
    return this.#running === 0 && this.#ready.length === 0;
  }

  get load(): LaneLoad {
    let queued = 0;
    for (const { waiting } of this.#lanes.values()) queued += waiting.length;
    return { running: this.#running, queued };
  }

  /**
   * Starts the job at once if its lane and a place are free, else queues it.
   * Throws {@link ApiError} `websocket_stream_limit_reached` or `rate_limit_exceeded`.
   */
  submit(name: string | undefined, job: LaneJob): void {
    const lane = this.#lanes.get(name) ?? this.#open(name);
    if (lane.waiting.length >= this.#options.queuedPerLane) {
      throw apiError(
        "rate_limit_exceeded",
        `${this.#options.queuedPerLane} responses are already waiting on this lane: wait for one to end, or use another lane`,
      );
    }
    lane.waiting.push({ ...job, weight: this.#options.requestBytes.hold(job.bytes) });
    if (!lane.busy) {
      lane.busy = true;
      this.#enter(lane);
    }
  }

  /** Forgets the jobs that have not started. */
  clear(): void {
    for (const { waiting } of this.#lanes.values()) {
      for (const job of waiting.splice(0)) {
        job.weight.release();
        job.drop?.();
      }
    }
  }

  #open(name: string | undefined): Lane {
    if (name !== undefined && this.#names === this.#options.names) {
      throw apiError(
        "websocket_stream_limit_reached",
        `this connection has used all ${this.#options.names} of its lane names: reuse one of them, or open another connection`,
        "stream_id",
      );
    }
    if (name !== undefined) this.#names++;
    const lane: Lane = { waiting: [], busy: false };
    this.#lanes.set(name, lane);
    return lane;
  }

  #enter(lane: Lane): void {
    this.#ready.push(lane);
    this.#fill();
    if (this.#ready.includes(lane)) lane.waiting[0]?.waits?.();
  }

  #fill(): void {
    while (this.#running < this.#options.concurrency) {
      const lane = this.#ready.shift();
      if (lane === undefined) return;
      const job = lane.waiting.shift();
      if (job === undefined) {
        lane.busy = false;
        continue;
      }
      this.#running++;
      job.run().then(() => {
        job.weight.release();
        this.#ended(lane);
      });
    }
  }

  #ended(lane: Lane): void {
    this.#running--;
    if (lane.waiting.length > 0) {
      this.#enter(lane);
    } else {
      lane.busy = false;
      this.#fill();
    }
    if (this.idle) this.#options.onIdle?.();
  }
}
