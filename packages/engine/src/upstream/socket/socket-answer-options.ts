import type { UpstreamTimeouts } from "../options.ts";
import type { Preset } from "../preset/index.ts";
import type { ResponsesReader } from "../responses/index.ts";
import type { Conversation, Sockets, TakenSocket } from "./sockets.ts";

export interface SocketAnswerOptions {
  readonly sockets: Sockets;
  readonly taken: TakenSocket;
  readonly conversation: Conversation;
  /** The request body as for HTTP. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly reader: ResponsesReader;
  readonly preset: Preset;
  readonly timeouts: UpstreamTimeouts;
  readonly signal: AbortSignal;
}
