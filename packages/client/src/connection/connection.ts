import { FlintError } from "../error/index.ts";
import { backoffDelay } from "./backoff.ts";
import type { ConnectionLimits } from "./connection-limits.ts";
import type { ConnectionState } from "./connection-state.ts";
import type { Endpoint } from "./endpoint.ts";
import { HttpLane } from "./http-lane.ts";
import type { Lane, LaneUser } from "./lane.ts";
import { classifyRefusal, describeEnd } from "./refusal.ts";
import type { OpenSocket, Socket, SocketEnd } from "./socket.ts";
import { SocketLink } from "./socket-link.ts";
import { WaitingLane } from "./waiting-lane.ts";

export interface ConnectionOptions {
  readonly endpoint: Endpoint;
  readonly apiKey: string | undefined;
  readonly openSocket: OpenSocket;
  readonly limits: Required<ConnectionLimits>;
}

/**
 * The one connection of a session: opened at once, restored by itself, with the turns that it carries and those
 * that wait for it. A server that refuses the upgrade with 426 is spoken to over HTTP from then on.
 */
export class Connection {
  readonly #endpoint: Endpoint;
  readonly #apiKey: string | undefined;
  readonly #openSocket: OpenSocket;
  readonly #limits: Required<ConnectionLimits>;
  readonly #listeners = new Set<(state: ConnectionState) => void>();
  readonly #waiting: WaitingLane[] = [];
  #state: ConnectionState = { status: "connecting" };
  /** Number of the latest open socket; what a server keeps for a socket is known by it. */
  #epoch = 0;
  #attempt = 0;
  #socket: Socket | null = null;
  #link: SocketLink | null = null;
  #posts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ConnectionOptions) {
    this.#endpoint = options.endpoint;
    this.#apiKey = options.apiKey;
    this.#openSocket = options.openSocket;
    this.#limits = options.limits;
    this.#connect();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  onChange(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
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
   * A lane for one turn. Its request goes out when there is an open connection with room.
   * Throws {@link FlintError} `limit_exceeded` or `session_closed`.
   */
  open(user: LaneUser): Lane {
    if (this.#state.status === "closed") throw closedError();
    if (this.#waiting.length >= this.#limits.waitingTurns) {
      throw new FlintError(
        "limit_exceeded",
        `${this.#waiting.length} turns wait already: wait for some to end, or raise limits.waitingTurns`,
      );
    }
    const lane = new WaitingLane(user);
    this.#waiting.push(lane);
    if (this.#state.status === "failed") this.#restart();
    else this.#dispatch();
    return lane;
  }

  /** Gives up every turn with `session_closed` and closes the socket. */
  close(): void {
    if (this.#state.status === "closed") return;
    clearTimeout(this.#timer);
    const socket = this.#socket;
    const link = this.#link;
    this.#socket = null;
    this.#link = null;
    this.#become({ status: "closed" });
    link?.end(closedError());
    this.#refuseWaiting(closedError());
    socket?.close(1000, "");
  }

  #restart(): void {
    this.#attempt = 0;
    this.#become({ status: "connecting" });
    this.#connect();
  }

  #connect(): void {
    const { connectTimeout, frameBytes } = this.#limits;
    this.#attempt++;
    let link: SocketLink | null = null;
    const socket: Socket = this.#openSocket(
      {
        url: `${this.#endpoint.socket}/responses`,
        apiKey: this.#apiKey,
        maxPayload: frameBytes,
      },
      {
        opened: () => {
          if (this.#socket !== socket) return;
          clearTimeout(this.#timer);
          this.#attempt = 0;
          link = new SocketLink(socket, ++this.#epoch, this.#limits, () => this.#dispatch());
          this.#link = link;
          this.#become({ status: "open", transport: "websocket" });
          this.#dispatch();
        },
        message: (text) => link?.message(text),
        ponged: () => link?.ponged(),
        ended: (end) => {
          if (this.#socket !== socket) return;
          clearTimeout(this.#timer);
          this.#socket = null;
          if (link === null) this.#refused(end);
          else this.#lost(link, end);
        },
      },
    );
    this.#socket = socket;
    this.#timer = setTimeout(() => {
      this.#socket = null;
      socket.terminate();
      this.#refused({ kind: "error", message: `no answer within ${connectTimeout} ms` });
    }, connectTimeout);
  }

  #refused(end: SocketEnd): void {
    const refusal = classifyRefusal(end, this.#endpoint.http);
    if (refusal.action === "use http") {
      this.#become({ status: "open", transport: "http" });
      this.#dispatch();
      return;
    }
    const { connectAttempts, reconnectAttempts } = this.#limits;
    const attempts = this.#epoch === 0 ? connectAttempts : reconnectAttempts;
    if (refusal.action === "retry" && this.#attempt < attempts) this.#retry(refusal.error);
    else this.#giveUp(refusal.error);
  }

  #lost(link: SocketLink, end: SocketEnd): void {
    this.#link = null;
    const error = new FlintError(
      "connection_lost",
      `the connection was lost (${describeEnd(end)}) while the answer was under way: run it again; the session reconnects by itself`,
    );
    this.#retry(error);
    link.end(error);
  }

  #retry(error: FlintError): void {
    const attempt = this.#attempt + 1;
    const delay = backoffDelay(attempt, this.#limits.backoff);
    this.#timer = setTimeout(() => this.#connect(), delay);
    this.#become({ status: "reconnecting", attempt, delay, error });
  }

  #giveUp(error: FlintError): void {
    this.#become({ status: "failed", error });
    this.#refuseWaiting(error);
  }

  #dispatch(): void {
    while (this.#waiting.length > 0 && this.#state.status === "open") {
      const lane = this.#waiting.shift();
      if (lane === undefined || lane.released) continue;
      if (lane.start((user) => this.#carry(user))) continue;
      this.#waiting.unshift(lane);
      return;
    }
  }

  #carry(user: LaneUser): Lane | null {
    if (this.#link !== null) return this.#link.start(user);
    if (this.#posts >= this.#limits.concurrentTurns) return null;
    this.#posts++;
    const lane = new HttpLane({ url: this.#endpoint.http, apiKey: this.#apiKey }, user, this.#limits, () => {
      this.#posts--;
      this.#dispatch();
    });
    lane.start();
    return lane;
  }

  #refuseWaiting(error: FlintError): void {
    for (const lane of this.#waiting.splice(0)) lane.refuse(error);
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }
}

function closedError(): FlintError {
  return new FlintError("session_closed", "the session is closed: open a new one with initializeSession");
}
