import type { ServerResponse } from "node:http";
import type { Tick } from "@flint/engine";
import { Allowance, Departure } from "../writing/index.ts";

export interface EventStreamOptions {
  readonly outgoing: ServerResponse;
  readonly tick: Tick;
  /** Bytes that the client may leave unread, by {@link Allowance}. */
  readonly unreadBytes: number;
  /** Its client has gone, or reads too slowly and was let go of. Not called once it has ended. */
  onLeft(why: "gone" | "slow"): void;
}

/**
 * Server-sent events to one HTTP client, in as few writes as can be: they go to Node's own response, as what a web stream
 * does for each piece costs more than the piece. What comes before the head is sent waits for it.
 */
export class EventStream {
  readonly #options: EventStreamOptions;
  readonly #departure: Departure;
  readonly #allowance = new Allowance();
  readonly #onClose = () => this.#leave("gone");
  #state: "waiting" | "open" | "over" = "waiting";
  #hasEnded = false;
  #held = "";

  constructor(options: EventStreamOptions) {
    this.#options = options;
    this.#departure = new Departure(options.tick, () => this.#send());
    options.outgoing.once("close", this.#onClose);
  }

  write(text: string): void {
    if (this.#hold(text)) this.#departure.soon();
  }

  /** A delta may wait a moment for those that follow it. */
  writeDelta(text: string): void {
    if (this.#hold(text)) this.#departure.delta();
  }

  /** Sends the head. */
  open(headers: Headers): void {
    if (this.#state !== "waiting") return;
    const { outgoing } = this.#options;
    this.#state = "open";
    outgoing.writeHead(200, Object.fromEntries(headers));
    if (this.#held === "") outgoing.flushHeaders();
    else this.#send();
    if (this.#hasEnded) this.end();
  }

  end(): void {
    this.#hasEnded = true;
    if (this.#state !== "open") return;
    this.#departure.now();
    if (this.#isOver()) return;
    this.#close();
    this.#options.outgoing.end();
  }

  /** Sends nothing more. The connection is whoever's who answers in its place. */
  abandon(): void {
    if (this.#state === "waiting") this.#close();
  }

  /** False where nothing of it is to be sent. */
  #hold(text: string): boolean {
    if (this.#state === "over" || text === "") return false;
    this.#held += text;
    this.#allowance.note(text);
    return true;
  }

  #send(): void {
    if (this.#state !== "open" || this.#held === "") return;
    const { outgoing, unreadBytes } = this.#options;
    if (this.#allowance.isExceeded(outgoing.writableLength, unreadBytes)) {
      this.#leave("slow");
      outgoing.destroy();
      return;
    }
    outgoing.write(this.#held);
    this.#held = "";
  }

  #leave(why: "gone" | "slow"): void {
    if (this.#state === "over") return;
    this.#close();
    this.#options.onLeft(why);
  }

  #isOver(): boolean {
    return this.#state === "over";
  }

  #close(): void {
    this.#state = "over";
    this.#held = "";
    this.#options.outgoing.off("close", this.#onClose);
  }
}
