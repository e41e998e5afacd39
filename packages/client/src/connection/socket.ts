/** A WebSocket, independent of the platform. */
export interface Socket {
  send(text: string): void;
  /** Undefined if the platform has no pings. */
  ping?(): void;
  /** Bytes received, including unfinished frames. Undefined if the platform does not report them. */
  received?(): number;
  /** Bytes sent that have not left the machine. Undefined if the platform does not report them. */
  unsent?(): number;
  close(code: number, reason: string): void;
  /** Drops the connection without a close frame. */
  terminate(): void;
}

export interface SocketOptions {
  readonly url: string;
  readonly apiKey: string | undefined;
  /** Maximum size of a frame in bytes. */
  readonly maxPayload: number;
}

/** Why a socket ended or could not be opened. */
export type SocketEnd =
  /** The server answered the upgrade with this HTTP status. */
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly message: string;
      readonly code?: string;
      /** Milliseconds after which to retry. */
      readonly retryAfter?: number;
    }
  | { readonly kind: "closed"; readonly code: number; readonly reason: string }
  | {
      readonly kind: "error";
      readonly message: string;
      readonly cause?: unknown;
      /** What to do about it, if known. */
      readonly remedy?: string;
      /** The server sent a frame larger than `maxPayload`. */
      readonly isFrameTooLarge?: boolean;
    };

/** Its methods are never called before `OpenSocket` has returned. */
export interface SocketListener {
  opened(): void;
  message(text: string): void;
  ponged(): void;
  /** Called once, last. */
  ended(end: SocketEnd): void;
}

/** Calls `listener` each time the network is back, until the returned function is called. */
export type OnOnline = (listener: () => void) => () => void;

export type OpenSocket = (options: SocketOptions, listener: SocketListener) => Socket;
