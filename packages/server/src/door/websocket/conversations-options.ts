import type { ServerFrame } from "@flint/protocol";
import type { RequestBytes } from "../../request-bytes.ts";
import type { OwnShared } from "../shared.ts";

/** What {@link Conversations} needs from its connection. */
export interface ConversationsOptions {
  readonly shared: OwnShared;
  /** Counts the bytes of the requests received on it. */
  readonly requestBytes: RequestBytes;
  send(frame: ServerFrame): void;
  /** Sends an already encoded frame; `sent` is called once it was sent or can no longer be. */
  sendText(text: string, sent?: () => void): void;
  /** Sends a delta, which may be delayed to be sent with those that follow. */
  sendDelta(text: string): void;
  /** Called each time the last running or queued response has ended. */
  onIdle(): void;
}
