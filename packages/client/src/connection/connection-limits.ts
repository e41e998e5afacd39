/** Limits of a connection. Times are in milliseconds. */
export interface ConnectionLimits {
  /** Timeout of one attempt to connect. Default 10,000. */
  readonly connectTimeout?: number;
  /** Attempts to connect the first time. Default 3. */
  readonly connectAttempts?: number;
  /** Attempts to restore a lost connection. Default 10. */
  readonly reconnectAttempts?: number;
  /**
   * Delays between attempts: doubled each time from the first to the second number, with jitter. Default [100, 5,000].
   */
  readonly backoff?: readonly [initial: number, longest: number];
  /**
   * Age at which a WebSocket is replaced: new turns go to a new one, and the old one closes when its turns have ended.
   * Up to a tenth earlier, to spread the clients. Default 3,300,000 (55 minutes), since servers reject requests on
   * connections older than an hour. 0: replace it only when the server asks for it.
   */
  readonly connectionAge?: number;
  /** Timeout from a request to its first event. Default 30,000. */
  readonly firstEventTimeout?: number;
  /** Timeout between two events of a response, including keep-alives. Default 60,000. */
  readonly idleTimeout?: number;
  /** Silence after which the socket is pinged; after a steer or an interrupt, it is pinged at once. Default 10,000. */
  readonly pingAfter?: number;
  /** Timeout of a ping, after which the socket counts as dead. Default 5,000. */
  readonly pongTimeout?: number;
  /** Timeout for the acknowledgement of a steer or an interrupt. Default 10,000. */
  readonly acknowledgementTimeout?: number;
  /** Turns that run at the same time, 1 to 32; further ones wait. Default 16. */
  readonly concurrentTurns?: number;
  /** Turns that wait for a lane or the connection; further ones are rejected. Default 256. */
  readonly waitingTurns?: number;
  /** Length of one answer in UTF-16 units: text, reasoning and calls. Default 16,777,216. */
  readonly answerLength?: number;
  /** Size of one frame from the server, in bytes. Default 67,108,864. */
  readonly frameBytes?: number;
}

export const CONNECTION_LIMITS: Required<ConnectionLimits> = {
  connectTimeout: 10_000,
  connectAttempts: 3,
  reconnectAttempts: 10,
  backoff: [100, 5_000],
  connectionAge: 3_300_000,
  firstEventTimeout: 30_000,
  idleTimeout: 60_000,
  pingAfter: 10_000,
  pongTimeout: 5_000,
  acknowledgementTimeout: 10_000,
  concurrentTurns: 16,
  waitingTurns: 256,
  answerLength: 16_777_216,
  frameBytes: 67_108_864,
};
