import type { Burst, Route } from "../contract/index.ts";
import type { Answer, AnswerEnd, AnswerReader } from "./answer.ts";
import { type Exchange, readEventStream } from "./transport/index.ts";

/** An answer over HTTP, as server-sent events. */
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
    await readEventStream(this.#exchange, this.#messageLength, (data) => take(this.#reader.push(data)));
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
}
