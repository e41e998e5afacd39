import type { InputItem } from "@flint/protocol";
import type { ChainLedger } from "../chain/index.ts";
import type { Connection, LaneRequest } from "../connection/index.ts";
import type { FlintError } from "../error/index.ts";
import type { TurnEvent } from "./turn-event.ts";
import type { TurnResult } from "./turn-result.ts";

/** A turn's question. */
export interface RunRequest {
  /** All of the create but its input and its parent. */
  readonly fields: Omit<LaneRequest, "input" | "previous_response_id">;
  readonly input: readonly InputItem[];
  /** The response to continue, asked for when the request goes out. */
  previousResponseId(): string | null;
  /** The server no longer has that response; the request is sent again in full. */
  parentMissing?(): void;
  /** Whether it may begin anew by itself after text was shown and the connection lost. */
  readonly repeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Who is told of a turn's course: events, then exactly one of `ended` and `failed`. */
export interface RunListener {
  /** Not null: the turn is to be given up with that. */
  event(event: TurnEvent): FlintError | null;
  ended(result: TurnResult): void;
  failed(error: FlintError): void;
}

export interface RunLimits {
  readonly acknowledgementTimeout: number;
  readonly answerLength: number;
  readonly restarts: number;
  readonly resumes: number;
  readonly grace: number;
}

/** A place in a trace, as the headers of W3C Trace Context have it. */
export interface TurnTrace {
  readonly traceparent?: string;
  readonly tracestate?: string;
}

/** What the turns of one session share. */
export interface RunContext {
  readonly trace?: (() => TurnTrace | undefined) | undefined;
  readonly connection: Connection;
  readonly ledger: ChainLedger;
  readonly limits: RunLimits;
}
