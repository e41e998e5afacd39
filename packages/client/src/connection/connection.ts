import { FlintError } from "../error/index.ts";
import { backoffDelay } from "./backoff.ts";
import type { ConnectionLimits } from "./connection-limits.ts";
import type { ConnectionState } from "./connection-state.ts";
import { Dial } from "./dial.ts";
import type { Endpoint } from "./endpoint.ts";
import { HttpLane, type HttpLaneHost } from "./http-lane.ts";
import type { Lane, LaneOrder, LaneUser } from "./lane.ts";
import { classifyRefusal, describeEnd } from "./refusal.ts";
import type { Resume } from "./resume.ts";
import type { OnOnline, OpenSocket, Socket, SocketEnd } from "./socket.ts";
import { type LinkHost, SocketLink } from "./socket-link.ts";
import { tooLargeFrameError } from "./too-large.ts";
import { WaitingLane } from "./waiting-lane.ts";

export interface ConnectionOptions {
  readonly endpoint: Endpoint;
  readonly apiKey: string | undefined;
  readonly openSocket: OpenSocket;
  readonly onOnline?: OnOnline | undefined;
  readonly limits: Required<ConnectionLimits>;
}

/**
 * A session's connection, and the turns that run on it or wait for it. It connects at once, reconnects by itself, and
 * is replaced before it is too old. If the server refuses the upgrade with 426, it uses HTTP from then on.
 */
export class Connection implements LinkHost, HttpLaneHost {
  readonly #endpoint: Endpoint;
  readonly #apiKey: string | undefined;
  readonly #openSocket: OpenSocket;
  readonly #limits: Required<ConnectionLimits>;
  readonly #listeners = new Set<(state: ConnectionState) => void>();
  readonly #openedListeners = new Set<() => void>();
  #waiting: WaitingLane[] = [];
  readonly #httpLanes = new Set<HttpLane>();
  /** Pending requests to stop a response. */
  readonly #pendingStops = new Set<Promise<void>>();
  /** Sockets that take no new turns and stay open until their turns have ended. */
  readonly #retired = new Set<SocketLink>();
  #state: ConnectionState = { status: "connecting" };
  /** Number of the latest socket; identifies what the server keeps for a socket. */
  #epoch = 0;
  #attempt = 0;
  /** Consecutive sockets on which the server accepted no request. */
  #uselessSockets = 0;
  #dial: Dial | null = null;
  /** The socket for new turns. */
  #link: SocketLink | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #rotation: ReturnType<typeof setTimeout> | undefined;
  #offOnline: (() => void) | undefined;

  constructor(options: ConnectionOptions) {
    this.#endpoint = options.endpoint;
    this.#apiKey = options.apiKey;
    this.#openSocket = options.openSocket;
    this.#limits = options.limits;
    this.#connect();
    this.#offOnline = options.onOnline?.(() => this.#networkRestored());
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Number of the socket for new turns; null if there is none. */
  get epoch(): number | null {
    return this.#link?.epoch ?? null;
  }

  /** Resolves when all requests over HTTP to stop a response have arrived or failed; null if none is pending. */
  get pendingStops(): Promise<unknown> | null {
    return this.#pendingStops.size === 0 ? null : Promise.all(this.#pendingStops);
  }

  onChange(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `listener` whenever a socket for new turns has opened: the first one, and each replacement. */
  onOpened(listener: () => void): () => void {
    this.#openedListeners.add(listener);
    return () => this.#openedListeners.delete(listener);
  }

  /** Resolves when the connection is open; rejects with {@link FlintError} if it was given up. */
  ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (state: ConnectionState): void => {
        if (state.status === "connecting" || state.status === "reconnecting") return;
        stop();
        if (state.status === "open") resolve();
        else reject(state.status === "failed" ? state.error : closedError());
      };
      const stop = this.onChange(settle);
      settle(this.#state);
    });
  }

  /**
   * Opens a lane for one turn. Its request is sent when the connection is open and has room. `repeats`: how often it
   * was already sent without any reply. Throws {@link FlintError} `limit_exceeded` or `session_closed`.
   */
  open(user: LaneUser, repeats = 0): Lane {
    this.#waiting = this.#waiting.filter(({ isOver }) => !isOver);
    const before = this.#waiting.length;
    const lane = new WaitingLane(user, null, repeats);
    this.#enqueue(lane, () => this.#waiting.push(lane));
    if (this.#waiting.at(-1) !== lane || before < this.#limits.waitingTurns) return lane;
    this.#waiting.pop();
    throw new FlintError(
      "limit_exceeded",
      `${before} turns are waiting already: wait for some to end, or raise limits.waitingTurns`,
    );
  }

  /**
   * Opens a lane on which a response continues after its connection was lost. It goes before lanes with new requests,
   * as the server keeps the response only for a short time. Throws {@link FlintError} `session_closed`.
   */
  resume(user: LaneUser, resume: Resume): Lane {
    const lane = new WaitingLane(user, resume);
    return this.#enqueue(lane, () => this.#waiting.unshift(lane));
  }

  /** Ends every turn with `session_closed`, stops the responses that run at the server, and closes the sockets. */
  close(): void {
    if (this.#state.status === "closed") return;
    this.#offOnline?.();
    clearTimeout(this.#retry);
    clearTimeout(this.#rotation);
    const links = this.#link === null ? [...this.#retired] : [...this.#retired, this.#link];
    this.#link = null;
    this.#retired.clear();
    this.#setState({ status: "closed" });
    for (const link of links) link.close(closedError());
    for (const post of [...this.#httpLanes]) post.close(closedError());
    this.#refuseWaiting(closedError());
    this.#dial?.cancel();
  }

  // ── events of its sockets and requests ───────────────────────────────────────────────────────────────────

  laneFreed(): void {
    this.#dispatch();
  }

  linkRetired(link: SocketLink): void {
    if (link !== this.#link) {
      this.#dispatch();
      return;
    }
    this.#uselessSockets = link.hasAcceptedRequest ? 0 : this.#uselessSockets + 1;
    this.#retired.add(link);
    this.#link = null;
    clearTimeout(this.#rotation);
    const error = new FlintError(
      "connection_failed",
      `${this.#endpoint.http} accepts no requests on its connections and may be shutting down: try again later`,
    );
    this.#attempt = 0;
    if (this.#uselessSockets > this.#limits.reconnectAttempts) this.#giveUp(error);
    else this.#reconnect(error, this.#uselessSockets);
  }

  linkEnded(link: SocketLink, end: SocketEnd): void {
    const tooLarge = tooLargeFrameError(end, this.#limits.frameBytes);
    const why = `the connection was lost (${describeEnd(end)})`;
    const error = new FlintError(
      "connection_lost",
      `${why} before the answer was complete: run it again; the session reconnects by itself`,
      tooLarge === null ? {} : { cause: tooLarge },
    );
    this.#retired.delete(link);
    if (link === this.#link) {
      this.#link = null;
      clearTimeout(this.#rotation);
      // Earlier failed attempts were meant to replace a socket that still worked: do not count them.
      this.#attempt = 0;
      // The turns are resumed if possible, so do not ask the user to run them again.
      this.#reconnect(new FlintError("connection_lost", `${why}: the session reconnects by itself`), 1);
    }
    link.lose(error, tooLarge);
    // A response from a retired socket may have to be stopped on its replacement.
    this.#dispatch();
  }

  laneFinished(lane: HttpLane): void {
    this.#httpLanes.delete(lane);
    this.#dispatch();
  }

  stopRequested(asked: Promise<void>): void {
    this.#pendingStops.add(asked);
    asked.then(() => this.#pendingStops.delete(asked));
  }

  // ── connecting ────────────────────────────────────────────────────────────────────────────────────────────

  #connect(): void {
    const { connectTimeout, frameBytes } = this.#limits;
    const url = `${this.#endpoint.socket}/responses`;
    const options = { url, apiKey: this.#apiKey, maxPayload: frameBytes };
    this.#attempt++;
    this.#dial = new Dial((listener) => this.#openSocket(options, listener), connectTimeout, {
      opened: (socket) => this.#opened(socket),
      failed: (end) => this.#dialFailed(end),
    });
  }

  #opened(socket: Socket): SocketLink {
    const before = this.#link;
    const link = new SocketLink(socket, ++this.#epoch, this.#limits, this);
    this.#dial = null;
    this.#attempt = 0;
    this.#link = link;
    if (before !== null) {
      this.#retired.add(before);
      before.retire();
    }
    this.#scheduleRotation();
    if (this.#state.status !== "open") this.#setState({ status: "open", transport: "websocket" });
    for (const listener of [...this.#openedListeners]) listener();
    this.#dispatch();
    return link;
  }

  #dialFailed(end: SocketEnd): void {
    this.#dial = null;
    const refusal = classifyRefusal(end, this.#endpoint.http);
    const { connectAttempts, reconnectAttempts, backoff } = this.#limits;
    if (this.#link !== null) {
      // The socket to be replaced still works; if no replacement can be opened, the server will close it.
      if (this.#attempt >= reconnectAttempts) return;
      this.#retry = setTimeout(() => this.#connect(), backoffDelay(this.#attempt, backoff));
      return;
    }
    if (refusal.action === "use http") {
      this.#setState({ status: "open", transport: "http" });
      this.#dispatch();
      return;
    }
    const attempts = this.#epoch === 0 ? connectAttempts : reconnectAttempts;
    if (refusal.action === "retry" && this.#attempt < attempts) {
      this.#reconnect(refusal.error, this.#attempt + 1);
    } else this.#giveUp(refusal.error);
  }

  /**
   * Reconnects, because there is no socket for new turns. `round`: consecutive reconnects, for the delay; 0: at once.
   */
  #reconnect(error: FlintError, round: number): void {
    const delay = round === 0 ? 0 : backoffDelay(round, this.#limits.backoff);
    clearTimeout(this.#retry);
    // A connection attempt may already be running, to replace this socket.
    if (this.#dial === null) this.#retry = setTimeout(() => this.#connect(), delay);
    this.#setState({ status: "reconnecting", attempt: this.#attempt + 1, delay, error });
  }

  /** The network is back: connects at once, even if reconnecting was given up. */
  #networkRestored(): void {
    const { status } = this.#state;
    if (this.#dial !== null || (status !== "reconnecting" && status !== "failed")) return;
    clearTimeout(this.#retry);
    this.#attempt = 0;
    this.#uselessSockets = 0;
    this.#connect();
    if (status === "failed") this.#setState({ status: "connecting" });
  }

  #scheduleRotation(): void {
    const { connectionAge } = this.#limits;
    clearTimeout(this.#rotation);
    if (connectionAge === 0) return;
    const early = (Math.random() * connectionAge) / 10;
    this.#rotation = setTimeout(() => this.#connect(), connectionAge - early);
  }

  #giveUp(error: FlintError): void {
    this.#setState({ status: "failed", error });
    this.#refuseWaiting(error);
  }

  // ── turns ─────────────────────────────────────────────────────────────────────────────────────────────────

  #enqueue(lane: WaitingLane, enqueue: () => void): Lane {
    if (this.#state.status === "closed") throw closedError();
    enqueue();
    if (this.#state.status === "failed") {
      this.#attempt = 0;
      this.#uselessSockets = 0;
      this.#connect();
      this.#setState({ status: "connecting" });
    } else this.#dispatch();
    return lane;
  }

  #dispatch(): void {
    while (this.#waiting.length > 0 && this.#state.status === "open") {
      const lane = this.#waiting.shift();
      if (lane === undefined || lane.isOver) continue;
      const startLane = (order: LaneOrder): Lane | null => this.#startLane(order);
      if (lane.start(startLane, (again) => this.#requeue(again))) continue;
      this.#waiting.unshift(lane);
      return;
    }
  }

  /** If the connection was given up in the meantime, nothing would start the lane. */
  #requeue(lane: WaitingLane): void {
    if (this.#state.status === "failed") lane.refuse(this.#state.error);
    else if (this.#state.status === "closed") lane.refuse(closedError());
    else this.#waiting.unshift(lane);
  }

  #startLane(order: LaneOrder): Lane | null {
    if (this.#link !== null) return this.#link.start(order);
    if (this.#httpLanes.size >= this.#limits.concurrentTurns) return null;
    const server = { url: this.#endpoint.http, apiKey: this.#apiKey };
    const lane = new HttpLane(server, order, this.#limits, this);
    this.#httpLanes.add(lane);
    lane.start();
    return lane;
  }

  #refuseWaiting(error: FlintError): void {
    for (const lane of this.#waiting.splice(0)) lane.refuse(error);
  }

  #setState(state: ConnectionState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) {
      try {
        listener(state);
      } catch (bug) {
        // A bug of the caller's listener must not leave the connection in an inconsistent state.
        queueMicrotask(() => {
          throw bug;
        });
      }
    }
  }
}

/** Returns the error for calls on a closed session. */
export function closedError(): FlintError {
  return new FlintError("session_closed", "the session is closed: open a new one with initializeSession");
}
