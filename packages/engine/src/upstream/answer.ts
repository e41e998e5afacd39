import type { Burst, Finish, Part, Route } from "../contract/index.ts";
import type { ReportedUsage } from "./usage.ts";

/** A streamed answer. */
export interface Answer {
  /** How the server was asked; known once the answer is being read. */
  readonly route: Route;
  /**
   * Passes bursts to `take` as they arrive. Resolves at the answer's end. Rejects with {@link UpstreamFailure}, or with
   * `ExchangeFault`, such as `aborted` after a cancel.
   */
  read(take: (bursts: readonly Burst[]) => void): Promise<AnswerEnd>;
  /** Stops reading, which applies backpressure to the server. */
  pause(): void;
  resume(): void;
  /** Cancels the answer, so that the server stops. */
  cancel(): void;
}

/** Parses a streamed answer from messages in order. Throws {@link UpstreamFailure}. */
export interface AnswerReader {
  /** Parses a message of the stream. */
  push(data: string): readonly Burst[];
  /** What is still missing. After the end of the answer itself, only counts may follow. */
  readonly missing: "answer" | "counts" | "nothing";
  /** Ends the stream. */
  end(): AnswerEnd;
}

export interface AnswerEnd {
  readonly reason: Extract<Finish["reason"], "stop" | "length">;
  /** Bursts that were held back. */
  readonly bursts: readonly Burst[];
  readonly usage: ReportedUsage;
}

/** Converts an answer's parts into bursts. Servers report tokens only at the end, so each piece counts as one. */
export class AnswerParts {
  #index = -1;
  #part: Part | null = null;

  get part(): Part | null {
    return this.#part;
  }

  /** Adds text; consecutive texts of the same type are one part. */
  addText(type: "text" | "reasoning" | "refusal", text: string): Burst {
    if (this.#part?.type !== type) this.begin({ type });
    return this.append(text);
  }

  begin(part: Part): void {
    this.#index += 1;
    this.#part = part;
  }

  append(text: string, tokens = 1): Burst {
    if (this.#part === null) throw new TypeError("no part has begun");
    return { type: "burst", index: this.#index, part: this.#part, text, tokens, drafted: 0, accepted: 0 };
  }

  /** Ends the current part: what follows is another one, even if of the same type. */
  close(): void {
    this.#part = null;
  }
}
