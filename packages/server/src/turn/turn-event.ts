import type { EncodeEvent, ResponseEvent } from "@flint/protocol";

/** An event of a turn to be sent. It is encoded at most once, when its text is first read. */
export class TurnEvent {
  readonly event: ResponseEvent;
  readonly #encode: EncodeEvent;
  #text: string | null = null;

  constructor(event: ResponseEvent, encode: EncodeEvent) {
    this.event = event;
    this.#encode = encode;
  }

  get type(): ResponseEvent["type"] {
    return this.event.type;
  }

  /** The event as JSON, without a lane. */
  get text(): string {
    this.#text ??= this.#encode(this.event);
    return this.#text;
  }
}
