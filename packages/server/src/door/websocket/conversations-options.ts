import type { ServerFrame } from "@flint/protocol";
import type { RequestBytes } from "../../request-bytes.ts";
import type { OwnShared } from "../shared.ts";

/** What a connection's conversations need of it. */
export interface ConversationsOptions {
  readonly shared: OwnShared;
  /** Of the requests that come on it. */
  readonly requestBytes: RequestBytes;
  send(frame: ServerFrame): void;
  /** Sends a frame that is text already; `sent` is called once it has left, or cannot. */
  sendText(text: string, sent?: () => void): void;
  /** Sends a delta, which may wait a moment for those that follow it. */
  sendDelta(text: string): void;
  /** Called each time no response runs or waits any more. */
  onIdle(): void;
}
