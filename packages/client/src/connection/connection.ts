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
import { tooLargeFrame } from "./too-large.ts";
import { WaitingLane } from "./waiting-lane.ts";

export interface ConnectionOptions {
  readonly endpoint: Endpoint;
  readonly apiKey: string | undefined;
  readonly openSocket: OpenSocket;
  readonly onOnline?: OnOnline | undefined;
  readonly limits: Required<ConnectionLimits>;
}

/**
 * The one connection of a session: opened at once, restored by itself, and replaced before it is too old, with the
 * turns that it carries and those that wait for it. A server that refuses the upgrade with 426 is spoken to over
 * HTTP from then on.
 */
export class Connection implements LinkHost, HttpLaneHost {
  readonly #endpoint: Endpoint;
  readonly #apiKey: string | undefined;
  readonly #openSocket: OpenSocket;
  readonly #limits: Required<ConnectionLimits>;
  readonly #listeners = new Set<(state: ConnectionState) => void>();
  readonly #openedListeners = new Set<() => void>();
  #waiting: WaitingLane[] = [];
  readonly #posts = new Set<HttpLane>();
  /** Requests that ask the server to stop a response. */
  readonly #stops = new Set<Promise<void>>();
  /** Sockets that take no more turns, until those that run on them have ended. */
  readonly #retired = new Set<SocketLink>();
  #state: ConnectionState = { status: "connecting" };
  /** Number of the latest open socket; what a server keeps for a socket is known by it. */
  #epoch = 0;
  #attempt = 0;
  /** Sockets in a row on which the server took no request. */
  #useless = 0;
  #dial: Dial | null = null;
  /** The socket that new turns go to. */
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
    this.#offOnline = options.onOnline?.(() => this.#online());
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Number of the socket that new turns go to; null while there is none. */
  get epoch(): number | null {
    return this.#link?.epoch ?? null;
  }

  /** Resolves when the server knows of what was stopped over HTTP, or cannot be told; null where it knows. */
  get stops(): Promise<unknown> | null {
    return this.#stops.size === 0 ? null : Promise.all(this.#stops);
  }

  onChange(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back when a socket is there for new turns: the first one, and each that replaces it. */
  onOpened(listener: () => void): () => void {
    this.#openedListeners.add(listener);
    return () => this.#openedListeners.delete(listener);
  }

  /** Resolves when the connection is open; rejects with {@link FlintError} when it was given up. */
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
   * A lane for one turn. Its request goes out when there is an open connection with room. `repeats`: times that it
   * was sent before, and nothing was heard of it. Throws {@link FlintError} `limit_exceeded` or `session_closed`.
   */
  open(user: LaneUser, repeats = 0): Lane {
    this.#waiting = this.#waiting.filter(({ isOver }) => !isOver);
    const before = this.#waiting.length;
    const lane = new WaitingLane(user, null, repeats);
    this.#await(lane, () => this.#waiting.push(lane));
    if (this.#waiting.at(-1) !== lane || before < this.#limits.waitingTurns) return lane;
    this.#waiting.pop();
    throw new FlintError(
      "limit_exceeded",
      `${before} turns are waiting already: wait for some to end, or raise limits.waitingTurns`,
    );
  }

  /**
   * A lane on which a response goes on whose connection was lost. It comes before those that wait for their first
   * request, because the server does not keep it for long. Throws {@link FlintError} `session_closed`.
   */
  resume(user: LaneUser, resume: Resume): Lane {
    const lane = new WaitingLane(user, resume);
    return this.#await(lane, () => this.#waiting.unshift(lane));
  }

  /** Gives up every turn with `session_closed`, stops what runs at the server, and closes the sockets. */
  close(): void {
    if (this.#state.status === "closed") return;
    this.#offOnline?.();
    clearTimeout(this.#retry);
    clearTimeout(this.#rotation);
    const links = this.#link === null ? [...this.#retired] : [...this.#retired, this.#link];
    this.#link = null;
    this.#retired.clear();
    this.#become({ status: "closed" });
    for (const link of links) link.close(closedError());
    for (const post of [...this.#posts]) post.close(closedError());
    this.#refuseWaiting(closedError());
    this.#dial?.cancel();
  }

  // ── what its sockets and requests tell ─────────────────────────────────────────────────────────────────────────────────

  roomMade(): void {
    this.#dispatch();
  }

  retired(link: SocketLink): void {
    if (link !== this.#link) {
      this.#dispatch();
      return;
    }
    this.#useless = link.isUseful ? 0 : this.#useless + 1;
    this.#retired.add(link);
    this.#link = null;
    clearTimeout(this.#rotation);
    const error = new FlintError(
      "connection_failed",
      `${this.#endpoint.http} accepts no requests on its connections and may be shutting down: try again later`,
    );
    this.#attempt = 0;
    if (this.#useless > this.#limits.reconnectAttempts) this.#giveUp(error);
    else this.#reconnect(error, this.#useless);
  }

  ended(link: SocketLink, end: SocketEnd): void {
    const tooLarge = tooLargeFrame(end, this.#limits.frameBytes);
    const why = `the connection was lost (${describeEnd(end)})`;
    const error = new FlintError(
      "connection_lost",
      `the connection was lost (${describeEnd(end)}) before the answer was complete: run it again; the session reconnects by itself`,
      tooLarge === null ? {} : { cause: tooLarge },
    );
    this.#retired.delete(link);
    if (link === this.#link) {
      this.#link = null;
      clearTimeout(this.#rotation);
      // Those that failed were to replace a socket that still served.
      this.#attempt = 0;
      // Nobody need run anything again: what can be gone on with is.
      this.#reconnect(new FlintError("connection_lost", `${why}: the session reconnects by itself`), 1);
    }
    link.lose(error, tooLarge);
    // What ran on a socket that was replaced may have to be stopped on the one that replaced it.
    this.#dispatch();
  }

  freed(lane: HttpLane): void {
    this.#posts.delete(lane);
    this.#dispatch();
  }

  stopping(asked: Promise<void>): void {
    this.#stops.add(asked);
    asked.then(() => this.#stops.delete(asked));
  }

  // ── connecting ────────────────────────────────────────────────────────────────────────────────────────────

  #connect(): void {
    const { connectTimeout, frameBytes } = this.#limits;
    const url = `${this.#endpoint.socket}/responses`;
    const options = { url, apiKey: this.#apiKey, maxPayload: frameBytes };
    this.#attempt++;
    this.#dial = new Dial((listener) => this.#openSocket(options, listener), connectTimeout, {
      opened: (socket) => this.#opened(socket),
      failed: (end) => this.#refused(end),
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
    this.#rotateLater();
    if (this.#state.status !== "open") this.#become({ status: "open", transport: "websocket" });
    for (const listener of [...this.#openedListeners]) listener();
    this.#dispatch();
    return link;
  }

  #refused(end: SocketEnd): void {
    this.#dial = null;
    const refusal = classifyRefusal(end, this.#endpoint.http);
    const { connectAttempts, reconnectAttempts, backoff } = this.#limits;
    if (this.#link !== null) {
      // The socket that was to be replaced still serves; if no other can be had, the server will end it.
      if (this.#attempt >= reconnectAttempts) return;
      this.#retry = setTimeout(() => this.#connect(), backoffDelay(this.#attempt, backoff));
      return;
    }
    if (refusal.action === "use http") {
      this.#become({ status: "open", transport: "http" });
      this.#dispatch();
      return;
    }
    const attempts = this.#epoch === 0 ? connectAttempts : reconnectAttempts;
    if (refusal.action === "retry" && this.#attempt < attempts) {
      this.#reconnect(refusal.error, this.#attempt + 1);
    } else this.#giveUp(refusal.error);
  }

  /** There is no socket for new turns. `round`: the how-manieth time in a row; 0: at once. */
  #reconnect(error: FlintError, round: number): void {
    const delay = round === 0 ? 0 : backoffDelay(round, this.#limits.backoff);
    clearTimeout(this.#retry);
    // One may be on its way already, as this one was to be replaced.
    if (this.#dial === null) this.#retry = setTimeout(() => this.#connect(), delay);
    this.#become({ status: "reconnecting", attempt: this.#attempt + 1, delay, error });
  }

  /** There is a network again: the next attempt is not waited for, also where there was to be none. */
  #online(): void {
    const { status } = this.#state;
    if (this.#dial !== null || (status !== "reconnecting" && status !== "failed")) return;
    clearTimeout(this.#retry);
    this.#attempt = 0;
    this.#useless = 0;
    this.#connect();
    if (status === "failed") this.#become({ status: "connecting" });
  }

  #rotateLater(): void {
    const { connectionAge } = this.#limits;
    clearTimeout(this.#rotation);
    if (connectionAge === 0) return;
    const early = (Math.random() * connectionAge) / 10;
    this.#rotation = setTimeout(() => this.#connect(), connectionAge - early);
  }

  #giveUp(error: FlintError): void {
    this.#become({ status: "failed", error });
    this.#refuseWaiting(error);
  }

  // ── turns ─────────────────────────────────────────────────────────────────────────────────────────────────

  #await(lane: WaitingLane, enqueue: () => void): Lane {
    if (this.#state.status === "closed") throw closedError();
    enqueue();
    if (this.#state.status === "failed") {
      this.#attempt = 0;
      this.#useless = 0;
      this.#connect();
      this.#become({ status: "connecting" });
    } else this.#dispatch();
    return lane;
  }

  #dispatch(): void {
    while (this.#waiting.length > 0 && this.#state.status === "open") {
      const lane = this.#waiting.shift();
      if (lane === undefined || lane.isOver) continue;
      const carry = (order: LaneOrder): Lane | null => this.#carry(order);
      if (lane.start(carry, (again) => this.#requeue(again))) continue;
      this.#waiting.unshift(lane);
      return;
    }
  }

  /** Where the connection was given up meanwhile, nothing would ever start the lane. */
  #requeue(lane: WaitingLane): void {
    if (this.#state.status === "failed") lane.refuse(this.#state.error);
    else if (this.#state.status === "closed") lane.refuse(closedError());
    else this.#waiting.unshift(lane);
  }

  #carry(order: LaneOrder): Lane | null {
    if (this.#link !== null) return this.#link.start(order);
    if (this.#posts.size >= this.#limits.concurrentTurns) return null;
    const server = { url: this.#endpoint.http, apiKey: this.#apiKey };
    const lane = new HttpLane(server, order, this.#limits, this);
    this.#posts.add(lane);
    lane.start();
    return lane;
  }

  #refuseWaiting(error: FlintError): void {
    for (const lane of this.#waiting.splice(0)) lane.refuse(error);
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) {
      try {
        listener(state);
      } catch (bug) {
        // The caller's own, and nothing that a connection may be left half-way for.
        queueMicrotask(() => {
          throw bug;
        });
      }
    }
  }
}

/** What is asked of a session that is over. */
export function closedError(): FlintError {
  return new FlintError("session_closed", "the session is closed: open a new one with initializeSession");
}
