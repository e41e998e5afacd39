import { type Burst, EngineError, type Finish, type GenerateEvent } from "../contract/index.ts";
import { EventQueue } from "./event-queue.ts";
import type { FinishMessage } from "./messages.ts";

/** An answer being received from the engine's process, and its buffer for the reader. */
export class RunningAnswer {
  readonly #queue = new EventQueue();
  readonly #onEnd: () => void;
  #outputTokens = 0;
  #isOver = false;

  /** `onEnd` is called once, before the reader gets the finish. */
  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  /** Whether all output has been received, even if the reader has not read it yet. */
  get isOver(): boolean {
    return this.#isOver;
  }

  add(bursts: readonly Burst[]): void {
    for (const burst of bursts) {
      this.#outputTokens += burst.tokens;
      this.#queue.push(burst);
    }
  }

  finish({ reason, error, outputTokens, reasoningTokens, confidence }: FinishMessage): void {
    this.#end({
      type: "finish",
      reason,
      ...(error !== null && { error: new EngineError(error.code, error.message) }),
      outputTokens,
      reasoningTokens,
      ...(confidence !== null && { confidence }),
    });
  }

  fail(error: EngineError): void {
    this.#end({
      type: "finish",
      reason: "error",
      error,
      outputTokens: this.#outputTokens,
      reasoningTokens: 0,
    });
  }

  /** Ends the answer before anything was generated. */
  abort(): void {
    this.#end({ type: "finish", reason: "aborted", outputTokens: 0, reasoningTokens: 0 });
  }

  /** Yields the events up to and including the finish. */
  events(): AsyncGenerator<GenerateEvent, void> {
    return this.#queue.events();
  }

  #end(finish: Finish): void {
    this.#isOver = true;
    this.#onEnd();
    this.#queue.push(finish);
  }
}
