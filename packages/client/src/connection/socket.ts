/** A WebSocket as the connection needs it, whatever the platform. */
export interface Socket {
  send(text: string): void;
  /** Undefined where the platform has no pings. */
  ping?(): void;
  /** Bytes that have come in, those of unfinished frames too. Undefined where the platform does not tell. */
  received?(): number;
  /** Bytes that were sent and have not left the machine yet. Undefined where the platform does not tell. */
  unsent?(): number;
  close(code: number, reason: string): void;
  /** Drops the connection without a farewell. */
  terminate(): void;
}

export interface SocketOptions {
  readonly url: string;
  readonly apiKey: string | undefined;
  /** Bytes of one frame. */
  readonly maxPayload: number;
}

/** How a socket ended, or why it never opened. */
export type SocketEnd =
  /** The server answered the upgrade with this HTTP status. */
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly message: string;
      readonly code?: string;
      /** Milliseconds after which it wants to be asked again. */
      readonly retryAfter?: number;
    }
  | { readonly kind: "closed"; readonly code: number; readonly reason: string }
  | {
      readonly kind: "error";
      readonly message: string;
      readonly cause?: unknown;
      /** What to do about it, where that is known. */
      readonly remedy?: string;
      /** The server sent a frame of more than `maxPayload`. */
      readonly isFrameTooLarge?: boolean;
    };

/** Never called before `OpenSocket` has returned. */
export interface SocketListener {
  opened(): void;
  message(text: string): void;
  ponged(): void;
  /** Once, and last. */
  ended(end: SocketEnd): void;
}

/** Calls back each time there is a network again, until the returned function is called. */
export type OnOnline = (listener: () => void) => () => void;

export type OpenSocket = (options: SocketOptions, listener: SocketListener) => Socket;
