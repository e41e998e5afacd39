import type { Burst, Finish, Part, Route } from "../contract/index.ts";
import type { ToldUsage } from "./usage.ts";

/** One answer as it comes. */
export interface Answer {
  /** How it was asked for; known once it is being read. */
  readonly route: Route;
  /**
   * Hands over what has come, as soon as it has. Resolves at the answer's end. Rejects with {@link UpstreamFailure}, or
   * with `ExchangeFault`: `aborted` where it was cancelled.
   */
  read(take: (bursts: readonly Burst[]) => void): Promise<AnswerEnd>;
  /** Holds its server up. */
  pause(): void;
  resume(): void;
  /** Wants no more of it: the server is to stop. */
  cancel(): void;
}

/** Reads one streamed answer. What it is pushed must come in order; it throws {@link UpstreamFailure}. */
export interface AnswerReader {
  /** One message of the stream. */
  push(data: string): readonly Burst[];
  /** What is still to come: once the answer's end was told, counts at most. */
  readonly missing: "answer" | "counts" | "nothing";
  /** The stream is over. */
  end(): AnswerEnd;
}

export interface AnswerEnd {
  readonly reason: Extract<Finish["reason"], "stop" | "length">;
  /** What was still held back. */
  readonly bursts: readonly Burst[];
  readonly usage: ToldUsage;
}

/** The parts of an answer in order, as bursts. Servers tell tokens only at the end, so each piece counts for one. */
export class AnswerParts {
  #index = -1;
  #part: Part | null = null;

  get part(): Part | null {
    return this.#part;
  }

  /** Text of a kind of which neighbours are one part. */
  say(type: "text" | "reasoning" | "refusal", text: string): Burst {
    if (this.#part?.type !== type) this.begin({ type });
    return this.more(text);
  }

  begin(part: Part): void {
    this.#index += 1;
    this.#part = part;
  }

  more(text: string, tokens = 1): Burst {
    if (this.#part === null) throw new TypeError("no part has begun");
    return { type: "burst", index: this.#index, part: this.#part, text, tokens, drafted: 0, accepted: 0 };
  }

  /** What comes next is another part, even of the same kind. */
  close(): void {
    this.#part = null;
  }
}
