import type { ClientFrame, ServerFrame } from "@flint/protocol";
import { decodeServerFrame, encodeFrame } from "@flint/protocol/wire";
import type { FlintError } from "../error/index.ts";
import type { ConnectionLimits } from "./connection-limits.ts";
import type { OpenListener } from "./dial.ts";
import { Heartbeat } from "./heartbeat.ts";
import { type Lane, type LaneOrder, responseOf } from "./lane.ts";
import type { Socket, SocketEnd } from "./socket.ts";
import { type LaneHost, SocketLane } from "./socket-lane.ts";
import { frameTooLongError } from "./too-large.ts";
import { normalizeErrorFrame, unreadableError } from "./unreadable.ts";

/** Receives a link's notifications. */
export interface LinkHost {
  /** A lane has become free. */
  laneFreed(): void;
  /** The server accepts no more requests on this socket; running responses continue. */
  linkRetired(link: SocketLink): void;
  linkEnded(link: SocketLink, end: SocketEnd): void;
}

/** Error codes that mean that the request has to be sent on another connection. */
const RETIRING_CODES = new Set<string | null>(["websocket_connection_limit_reached", "server_shutting_down"]);

/** An open WebSocket: its lanes, the routing of frames to them, and its heartbeat. */
export class SocketLink implements LaneHost, OpenListener {
  readonly epoch: number;
  readonly #socket: Socket;
  readonly #limits: Required<ConnectionLimits>;
  readonly #host: LinkHost;
  readonly #heartbeat: Heartbeat;
  /** Lanes by `stream_id`; the default lane has the empty name. */
  readonly #lanes = new Map<string, SocketLane>();
  readonly #abandoned = new Set<SocketLane>();
  readonly #freeNames: string[];
  /** No more requests are sent on this socket; running responses continue. */
  #retired = false;
  #hasAcceptedRequest = false;

  constructor(socket: Socket, epoch: number, limits: Required<ConnectionLimits>, host: LinkHost) {
    this.#socket = socket;
    this.epoch = epoch;
    this.#limits = limits;
    this.#host = host;
    // Names are taken from the end: the default lane comes first.
    this.#freeNames = Array.from({ length: limits.concurrentTurns }, (_, n) =>
      n === 0 ? "" : `lane-${n}`,
    ).reverse();
    this.#heartbeat = new Heartbeat(
      limits.pingAfter,
      limits.pongTimeout,
      () => this.#ping(),
      () => socket.terminate(),
      () => socket.received?.() ?? 0,
      () => socket.unsent?.() ?? 0,
    );
  }

  /** Whether the server has ever accepted a request on this socket. */
  get hasAcceptedRequest(): boolean {
    return this.#hasAcceptedRequest;
  }

  /** Starts the order on a free lane. Returns null if there is none. */
  start(order: LaneOrder): Lane | null {
    const name = this.#retired ? undefined : this.#freeNames.pop();
    if (name === undefined) return null;
    const lane = new SocketLane(name === "" ? undefined : name, order, this, this.#limits);
    this.#lanes.set(name, lane);
    lane.start(this.epoch);
    return lane;
  }

  message(text: string): void {
    this.#heartbeat.noteReceived();
    const frame = decodeServerFrame(text);
    if (frame === null) return;
    const { frameBytes } = this.#limits;
    try {
      // For platforms whose sockets do not enforce this limit.
      if (text.length > frameBytes) this.#laneOf(frame)?.fail(frameTooLongError(frameBytes));
      else this.#route(normalizeErrorFrame(frame));
    } catch (cause) {
      // The error concerns only the frame's own turn.
      this.#lanes.get(frame.stream_id ?? "")?.fail(unreadableError(cause, frameBytes));
    }
  }

  ponged(): void {
    this.#heartbeat.noteReceived();
  }

  ended(end: SocketEnd): void {
    this.#heartbeat.stop();
    this.#host.linkEnded(this, end);
  }

  /** Takes no more requests, and closes when the running responses have ended. */
  retire(): void {
    this.#retired = true;
    this.#closeIfDone();
  }

  /** Stops all responses, closes the socket, and reports `error` to every turn. */
  close(error: FlintError): void {
    for (const lane of this.#lanes.values()) lane.stopBeforeClose();
    this.lose(error);
    this.#heartbeat.stop();
    this.#socket.close(1000, "");
  }

  /**
   * The socket has ended: reports it to every turn. `tooLarge`: it ended because of a frame that would end any other
   * socket too. The frame's turn is certain only if a single one was running.
   */
  lose(error: FlintError, tooLarge: FlintError | null = null): void {
    const lanes = [...this.#lanes.values()];
    this.#lanes.clear();
    const isAlone = lanes.filter(({ busy }) => busy).length === 1;
    for (const lane of lanes) {
      if (tooLarge === null) lane.lose(error);
      else if (lane.busy && (isAlone || lane.isFruitlessRetry)) lane.losePermanently(tooLarge);
      else lane.lose(error);
    }
  }

  send(frame: ClientFrame): void {
    this.#socket.send(encodeFrame(frame));
    // An acknowledgement is awaited: find out that the connection is dead before its timeout.
    const isUrgent = frame.type === "response.steer" || frame.type === "response.interrupt";
    if (isUrgent && this.#socket.ping !== undefined) this.#heartbeat.pingNow();
  }

  free(lane: SocketLane): void {
    const name = lane.name ?? "";
    if (this.#lanes.get(name) !== lane) return;
    this.#lanes.delete(name);
    this.#abandoned.delete(lane);
    this.#freeNames.push(name);
    if (this.#retired) this.#closeIfDone();
    else this.#host.laneFreed();
  }

  abandon(lane: SocketLane): void {
    this.#abandoned.add(lane);
    // Nothing can run on this socket any more, so close it: a new one has all lanes free.
    if (this.#abandoned.size === this.#limits.concurrentTurns) this.#socket.terminate();
    else if (this.#retired) this.#closeIfDone();
  }

  #route(frame: ServerFrame): void {
    if (frame.type === "error" && RETIRING_CODES.has(frame.error.code)) {
      this.#retireAfterRefusal(frame.stream_id);
      return;
    }
    this.#hasAcceptedRequest ||= frame.type === "response.created";
    const refused = frame.type === "error" ? this.#laneOfRefusedInterrupt(frame) : undefined;
    if (refused !== undefined) refused.interruptRefused(frame);
    else this.#laneOf(frame)?.receive(frame);
  }

  #retireAfterRefusal(streamId: string | undefined): void {
    const name = streamId ?? "";
    const lane = this.#lanes.get(name);
    this.#retired = true;
    if (lane !== undefined && !lane.hasBegun) {
      this.#lanes.delete(name);
      lane.requeue();
    }
    this.#host.linkRetired(this);
    this.#closeIfDone();
  }

  #closeIfDone(): void {
    if (this.#lanes.size === this.#abandoned.size) this.#socket.close(1000, "");
  }

  #laneOf(frame: ServerFrame): SocketLane | undefined {
    if (frame.stream_id !== undefined) return this.#lanes.get(frame.stream_id);
    const response = responseOf(frame);
    if (response !== null) {
      for (const lane of this.#lanes.values()) if (lane.responseId === response) return lane;
    }
    return this.#lanes.get("");
  }

  /**
   * Returns the lane whose interrupt was refused: an interrupt, and so its refusal, names no lane. Undefined if the
   * frame may belong to the default lane, whose request has not been answered yet.
   */
  #laneOfRefusedInterrupt({ stream_id }: ServerFrame): SocketLane | undefined {
    if (stream_id !== undefined) return undefined;
    const first = this.#lanes.get("");
    if (first?.isStopping) return first;
    if (first?.hasBegun === false) return undefined;
    for (const lane of this.#lanes.values()) if (lane.isStopping) return lane;
    return undefined;
  }

  /** Without pings, silence means something only during a response, when the server sends keep-alives. */
  #ping(): boolean {
    if (this.#socket.ping !== undefined) {
      this.#socket.ping();
      return true;
    }
    for (const lane of this.#lanes.values()) if (lane.busy) return true;
    return false;
  }
}
