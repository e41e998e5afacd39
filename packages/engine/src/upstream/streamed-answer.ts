import type { Burst, Route } from "../contract/index.ts";
import type { Answer, AnswerEnd, AnswerReader } from "./answer.ts";
import { type Exchange, ExchangeFault, readEventStream } from "./transport/index.ts";

/** An answer over HTTP, as Server-Sent Events. */
export class StreamedAnswer implements Answer {
  readonly route: Route = { transport: "http", input: "whole" };
  readonly #exchange: Exchange;
  readonly #reader: AnswerReader;
  readonly #messageLength: number;

  constructor(exchange: Exchange, reader: AnswerReader, messageLength: number) {
    this.#exchange = exchange;
    this.#reader = reader;
    this.#messageLength = messageLength;
  }

  async read(take: (bursts: readonly Burst[]) => void): Promise<AnswerEnd> {
    try {
      await this.#read(take);
    } catch (cause) {
      const isCutOff =
        cause instanceof ExchangeFault && (cause.kind === "broken" || cause.kind === "silence");
      if (!isCutOff || this.#reader.missing === "answer") throw cause;
    }
    return this.#reader.end();
  }

  pause(): void {
    this.#exchange.pause();
  }

  resume(): void {
    this.#exchange.resume();
  }

  cancel(): void {
    this.#exchange.cancel();
  }

  #read(take: (bursts: readonly Burst[]) => void): Promise<void> {
    let hasBegun = false;
    return readEventStream(this.#exchange, this.#messageLength, (data) => {
      const bursts = this.#reader.push(data);
      take(bursts);
      // Some servers end their streams late or never.
      if (this.#reader.missing === "nothing") this.#exchange.ignoreRest();
      // The first token is never delayed.
      if (!hasBegun && bursts.length > 0) {
        hasBegun = true;
        this.#exchange.answerStarted();
      }
    });
  }
}
