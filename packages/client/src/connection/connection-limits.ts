/** Waits are in milliseconds. */
export interface ConnectionLimits {
  /** For one attempt to connect. Default 10,000. */
  readonly connectTimeout?: number;
  /** Attempts before the first connection is given up. Default 3. */
  readonly connectAttempts?: number;
  /** Attempts before a lost connection is given up. Default 10. */
  readonly reconnectAttempts?: number;
  /** Between attempts: doubled each time from the first to the second number, with jitter. Default [100, 5,000]. */
  readonly backoff?: readonly [initial: number, longest: number];
  /**
   * Age at which a WebSocket is replaced: a new one is opened, new turns go there, and the old one closes when its
   * turns have ended. Up to a tenth earlier, so that clients do not come all at once. Default 3,300,000, which is
   * 55 minutes, as servers take no requests on connections of an hour. 0: when the server asks for it.
   */
  readonly connectionAge?: number;
  /** From a request to its first event. Default 30,000. */
  readonly firstEventTimeout?: number;
  /** Between two events of a response, keep-alives included. Default 60,000. */
  readonly idleTimeout?: number;
  /** Silence of the socket after which it is pinged; with a steer or an interrupt it is at once. Default 10,000. */
  readonly pingAfter?: number;
  /** For the answer to a ping; then the socket counts as dead. Default 5,000. */
  readonly pongTimeout?: number;
  /** For the acknowledgement of a steer or an interrupt. Default 10,000. */
  readonly acknowledgementTimeout?: number;
  /** Turns that run at once, 1 to 32; more wait. Default 16. */
  readonly concurrentTurns?: number;
  /** Turns that wait, for a lane or for the connection; more are refused. Default 256. */
  readonly waitingTurns?: number;
  /** UTF-16 units of one answer: its text, its reasoning, and what it calls. Default 16,777,216. */
  readonly answerLength?: number;
  /** Bytes of one frame from the server. Default 67,108,864. */
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
