import { type Burst, EngineError, type Finish, type GenerateEvent } from "../contract/index.ts";
import { EventQueue } from "./event-queue.ts";
import type { FinishMessage } from "./messages.ts";

/** An answer on its way from the engine's process to whoever reads it. */
export class RunningAnswer {
  readonly #queue = new EventQueue();
  readonly #onEnd: () => void;
  #outputTokens = 0;
  #isOver = false;

  /** `onEnd` is called once, before the reader has the finish. */
  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  /** Whether the process has nothing more to say, though the reader may have more to read. */
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

  /** Ends it before anything was generated. */
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
