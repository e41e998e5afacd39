import type { ServerResponse } from "node:http";
import type { Tick } from "@flint/engine";
import { Allowance, WriteSchedule } from "../writing/index.ts";

export interface EventStreamOptions {
  readonly outgoing: ServerResponse;
  readonly tick: Tick;
  /** Bytes that the client may leave unread; see {@link Allowance}. */
  readonly unreadBytes: number;
  /**
   * Called if the client disconnected, or was dropped because it reads too slowly. Not called after the stream has
   * ended.
   */
  onDisconnect(why: "gone" | "slow"): void;
}

/**
 * Server-sent events to one HTTP client, in as few writes as possible. They are written to Node's own response, because
 * a web stream costs more per chunk than the chunk itself. Events that come before the head is sent are held back.
 */
export class EventStream {
  readonly #options: EventStreamOptions;
  readonly #departure: WriteSchedule;
  readonly #allowance = new Allowance();
  readonly #onClose = () => this.#leave("gone");
  #state: "waiting" | "open" | "over" = "waiting";
  #hasEnded = false;
  #held = "";

  constructor(options: EventStreamOptions) {
    this.#options = options;
    this.#departure = new WriteSchedule(options.tick, () => this.#send());
    options.outgoing.once("close", this.#onClose);
  }

  write(text: string): void {
    if (this.#hold(text)) this.#departure.schedule();
  }

  /** Writes a delta, which may be delayed to be sent with those that follow. */
  writeDelta(text: string): void {
    if (this.#hold(text)) this.#departure.scheduleDelta();
  }

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

  /** Stops the stream before its head is sent, and leaves the connection to the caller. */
  abandon(): void {
    if (this.#state === "waiting") this.#close();
  }

  /** Returns false if the text is not to be sent. */
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
    this.#options.onDisconnect(why);
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
