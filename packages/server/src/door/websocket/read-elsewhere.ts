import type { FoundLog, Reader, RemoteResponse } from "../../response/index.ts";

/** Responses of other servers that are read on a connection. */
export class ReadElsewhere {
  readonly #reader: Reader;
  readonly #byId = new Map<string, RemoteResponse>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): RemoteResponse | undefined {
    return this.#byId.get(id);
  }

  /** Registers a reader with the response's server until `reading` settles. */
  async attachDuring({ id, elsewhere }: FoundLog, reading: Promise<void>): Promise<void> {
    if (elsewhere !== null) this.#byId.set(id, elsewhere);
    elsewhere?.attach(this.#reader);
    try {
      await reading;
    } finally {
      elsewhere?.detach(this.#reader);
      if (this.#byId.get(id) === elsewhere) this.#byId.delete(id);
    }
  }
}

/** Interrupts a response, on this server or another. Rejects if the other server could not be reached. */
export async function interruptFound({ recording, elsewhere }: FoundLog): Promise<void> {
  if (recording !== null) recording.turn.interrupt();
  else await elsewhere?.interrupt(undefined);
}
