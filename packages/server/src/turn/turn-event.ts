import type { EncodeEvent, ResponseEvent } from "@flint/protocol";

/** An event of a turn as it goes out. Its text is made when somebody first asks for it, once for all who do. */
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

  /** As JSON, without a lane. */
  get text(): string {
    this.#text ??= this.#encode(this.event);
    return this.#text;
  }
}
