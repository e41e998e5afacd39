import type { ConnectionLimits } from "../connection/index.ts";

export interface SessionLimits extends ConnectionLimits {
  /** Events kept for one turn's iterators; neighbouring text events are joined beyond it. Default 65,536. */
  readonly turnEvents?: number;
  /** Times that an edit is begun anew after a lost connection. Default 2. */
  readonly restarts?: number;
  /** Responses whose items are kept, so that a chain can be continued after a reconnect. Default 1,000. */
  readonly chainResponses?: number;
  /** Bytes of a file that `path` names. Default 4,194,304. */
  readonly fileBytes?: number;
}

export interface SessionOptions {
  /** The server's base address, `http:`, `https:`, `ws:` or `wss:`; `/v1` is added where it is missing. */
  readonly url: string;
  /** Default: the server's default model. */
  readonly model?: string;
  readonly apiKey?: string;
  readonly limits?: SessionLimits;
  /** Whether to send the edit instructions ahead, so that the model is loaded and has read them. Default true. */
  readonly warmUp?: boolean;
  /** Aborting gives up the connecting. */
  readonly signal?: AbortSignal;
  /** Runs once when the session is closed: for what lives as long as it. */
  readonly onClose?: () => Promise<void>;
}
