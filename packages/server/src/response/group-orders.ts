import type { GroupOrder } from "../store/index.ts";
import { type Reader, streamReader } from "./reader.ts";
import type { Recording } from "./recording.ts";
import type { Recordings } from "./recordings.ts";

interface RemoteReader {
  readonly recording: Recording;
  readonly reader: Reader;
  /** Fires if the reader has sent no heartbeat for too long: its server has died. */
  readonly timer: NodeJS.Timeout;
}

/** Handles requests of other servers for the responses that run here. */
export class GroupOrders {
  readonly #recordings: Recordings;
  readonly #patience: number;
  readonly #onDeleted: (id: string) => void;
  readonly #readers = new Map<string, RemoteReader>();

  /**
   * `heartbeat` is the interval at which remote readers report, in ms. `onDeleted` is called for each response deleted
   * on another server, once it has ended.
   */
  constructor(recordings: Recordings, heartbeat: number, onDeleted: (id: string) => void) {
    this.#recordings = recordings;
    this.#patience = 3 * heartbeat;
    this.#onDeleted = onDeleted;
  }

  handle(id: string, order: GroupOrder): void {
    const recording = this.#recordings.byId(id);
    if (order.type === "leave") this.#leave(order.reader);
    else if (order.type === "forget") this.#forget(id, recording);
    else if (recording === null || recording.log.ended) return;
    else if (order.type === "cancel") recording.turn.cancel();
    else if (order.type === "interrupt") recording.turn.interrupt(order.mode);
    else this.#read(recording, order.reader);
  }

  async #forget(id: string, recording: Recording | null): Promise<void> {
    await recording?.over;
    this.#onDeleted(id);
  }

  #read(recording: Recording, name: string): void {
    const known = this.#readers.get(name);
    if (known !== undefined) {
      known.timer.refresh();
      return;
    }
    const reader = streamReader(new AbortController().signal);
    const timer = setTimeout(() => this.#leave(name), this.#patience).unref();
    this.#readers.set(name, { recording, reader, timer });
    recording.attach(reader);
    recording.over.then(() => this.#leave(name));
  }

  #leave(name: string): void {
    const found = this.#readers.get(name);
    if (found === undefined) return;
    this.#readers.delete(name);
    clearTimeout(found.timer);
    found.recording.detach(found.reader);
  }
}
