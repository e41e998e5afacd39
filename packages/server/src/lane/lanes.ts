import { type ApiError, apiError } from "@flint/protocol";
import type { RequestBytes, Weight } from "../request-bytes.ts";

export interface LaneJob {
  /** Size of its request. */
  readonly bytes: number;
  /** Called if it is this job's turn on its lane, but all places are taken. */
  waits?(): void;
  /** Called if the job is dropped and will not run. */
  drop?(): void;
  /** Runs one response, then those that its steers begin. Must not reject. */
  run(): Promise<void>;
}

export interface LanesOptions {
  /** Maximum number of running jobs, over all lanes. */
  readonly concurrency: number;
  /** Maximum number of jobs queued on one lane. */
  readonly queuedPerLane: number;
  /** Maximum number of distinct lane names over the connection's life. */
  readonly names: number;
  /** Counts the bytes of each job until it has ended. */
  readonly requestBytes: RequestBytes;
  /** Called each time the last job has ended. */
  readonly onIdle?: () => void;
}

/** Number of running and of queued jobs. */
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

/** A connection's lanes: jobs on one lane run one after another in order; different lanes run concurrently. */
export class Lanes {
  readonly #options: LanesOptions;
  readonly #lanes = new Map<string | undefined, Lane>();
  /** Lanes with a job to run that wait only for a free place, in order of arrival. */
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
   * Starts the job at once if its lane and a place are free, else queues it. Throws {@link ApiError}
   * `websocket_stream_limit_reached` or `rate_limit_exceeded`.
   */
  submit(name: string | undefined, job: LaneJob): void {
    const lane = this.#lanes.get(name) ?? this.#newLane(name);
    if (lane.busy && lane.waiting.length >= this.#options.queuedPerLane) {
      throw apiError(
        "rate_limit_exceeded",
        `${this.#options.queuedPerLane} responses are already waiting on this lane: wait for one to end, or use another lane`,
      );
    }
    const weight = this.#options.requestBytes.hold(job.bytes);
    // A refused job does not use up a name.
    if (name !== undefined && !this.#lanes.has(name)) this.#names++;
    this.#lanes.set(name, lane);
    lane.waiting.push({ ...job, weight });
    if (!lane.busy) {
      lane.busy = true;
      this.#enqueue(lane);
    }
  }

  /** Drops the jobs that have not started. */
  clear(): void {
    for (const { waiting } of this.#lanes.values()) {
      for (const job of waiting.splice(0)) {
        job.weight.release();
        job.drop?.();
      }
    }
  }

  #newLane(name: string | undefined): Lane {
    if (name !== undefined && this.#names === this.#options.names) {
      throw apiError(
        "websocket_stream_limit_reached",
        `this connection has used all ${this.#options.names} of its lane names: reuse one of them, or open another connection`,
        "stream_id",
      );
    }
    return { waiting: [], busy: false };
  }

  #enqueue(lane: Lane): void {
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
      this.#enqueue(lane);
    } else {
      lane.busy = false;
      this.#fill();
    }
    if (this.idle) this.#options.onIdle?.();
  }
}
