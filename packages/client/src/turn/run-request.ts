import type { InputItem } from "@flint/protocol";
import type { ChainLedger } from "../chain/index.ts";
import type { Connection, LaneRequest } from "../connection/index.ts";
import type { FlintError } from "../error/index.ts";
import type { TurnEvent } from "./turn-event.ts";
import type { TurnResult } from "./turn-result.ts";

/** The request of a turn. */
export interface RunRequest {
  /** The fields of `response.create` without its input and previous response. */
  readonly fields: Omit<LaneRequest, "input" | "previous_response_id">;
  readonly input: readonly InputItem[];
  /** Returns the response to continue. Called when the request is sent. */
  previousResponseId(): string | null;
  /** The server no longer has that response; the request is sent again in full. */
  parentMissing?(): void;
  /** Whether the turn may restart by itself if the connection is lost after text was shown. */
  readonly repeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Receives the events of a turn, then exactly one of `ended` and `failed`. */
export interface RunListener {
  /** If this returns an error, the turn fails with it. */
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

/** A position in a trace, as in the headers of W3C Trace Context. */
export interface TurnTrace {
  readonly traceparent?: string;
  readonly tracestate?: string;
}

/** What the turns of a session share. */
export interface RunContext {
  readonly trace?: (() => TurnTrace | undefined) | undefined;
  readonly connection: Connection;
  readonly ledger: ChainLedger;
  readonly limits: RunLimits;
}
