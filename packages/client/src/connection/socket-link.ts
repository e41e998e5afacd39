import { type ClientFrame, decodeServerFrame, encodeFrame, type ServerFrame } from "@flint/protocol";
import type { FlintError } from "../error/index.ts";
import type { ConnectionLimits } from "./connection-limits.ts";
import type { OpenListener } from "./dial.ts";
import { Heartbeat } from "./heartbeat.ts";
import { type Lane, type LaneOrder, responseOf } from "./lane.ts";
import type { Socket, SocketEnd } from "./socket.ts";
import { type LaneHost, SocketLane } from "./socket-lane.ts";
import { frameTooLong } from "./too-large.ts";
import { unreadable, withError } from "./unreadable.ts";

/** What a link tells the connection. */
export interface LinkHost {
  /** There is a free lane again. */
  roomMade(): void;
  /** The server takes no more requests on this socket; what runs goes on. */
  retired(link: SocketLink): void;
  ended(link: SocketLink, end: SocketEnd): void;
}

/** Codes of the errors that send a request to another connection. */
const RETIRING = new Set<string | null>(["websocket_connection_limit_reached", "server_shutting_down"]);

/** One open WebSocket: its lanes, the routing of frames to them, and the watch that it is alive. */
export class SocketLink implements LaneHost, OpenListener {
  readonly epoch: number;
  readonly #socket: Socket;
  readonly #limits: Required<ConnectionLimits>;
  readonly #host: LinkHost;
  readonly #heartbeat: Heartbeat;
  /** By `stream_id`; the default lane under the empty name. */
  readonly #lanes = new Map<string, SocketLane>();
  readonly #abandoned = new Set<SocketLane>();
  readonly #freeNames: string[];
  /** No more requests go out on this socket; what runs goes on. */
  #retired = false;
  #isUseful = false;

  constructor(socket: Socket, epoch: number, limits: Required<ConnectionLimits>, host: LinkHost) {
    this.#socket = socket;
    this.epoch = epoch;
    this.#limits = limits;
    this.#host = host;
    // Popped from the end: the default lane comes first.
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

  /** Whether the server has ever taken a request on it. */
  get isUseful(): boolean {
    return this.#isUseful;
  }

  /** Starts the order on a free lane; null if there is none. */
  start(order: LaneOrder): Lane | null {
    const name = this.#retired ? undefined : this.#freeNames.pop();
    if (name === undefined) return null;
    const lane = new SocketLane(name === "" ? undefined : name, order, this, this.#limits);
    this.#lanes.set(name, lane);
    lane.start(this.epoch);
    return lane;
  }

  message(text: string): void {
    this.#heartbeat.heard();
    const frame = decodeServerFrame(text);
    if (frame === null) return;
    const { frameBytes } = this.#limits;
    try {
      // Of a platform whose sockets know no such limit.
      if (text.length > frameBytes) this.#laneOf(frame)?.fail(frameTooLong(frameBytes));
      else this.#take(withError(frame));
    } catch (cause) {
      // Only the turn that it is for has to do with it.
      this.#lanes.get(frame.stream_id ?? "")?.fail(unreadable(cause, frameBytes));
    }
  }

  ponged(): void {
    this.#heartbeat.heard();
  }

  ended(end: SocketEnd): void {
    this.#heartbeat.stop();
    this.#host.ended(this, end);
  }

  /** Takes no more requests, and closes when what runs has ended. */
  retire(): void {
    this.#retired = true;
    this.#closeIfDone();
  }

  /** Stops what runs and closes; every turn is told why. */
  close(error: FlintError): void {
    for (const lane of this.#lanes.values()) lane.stopUnseen();
    this.lose(error);
    this.#heartbeat.stop();
    this.#socket.close(1000, "");
  }

  /**
   * The socket has ended: every turn on it is told. `tooLarge`: by a frame that can be sent again on no other one; whose it
   * was is sure where one alone ran here.
   */
  lose(error: FlintError, tooLarge: FlintError | null = null): void {
    const lanes = [...this.#lanes.values()];
    this.#lanes.clear();
    const isAlone = lanes.filter(({ busy }) => busy).length === 1;
    for (const lane of lanes) {
      if (tooLarge === null) lane.lose(error);
      else if (lane.busy && (isAlone || lane.isInVain)) lane.loseForGood(tooLarge);
      else lane.lose(error);
    }
  }

  send(frame: ClientFrame): void {
    this.#socket.send(encodeFrame(frame));
    // Somebody waits for its acknowledgement: a connection that is dead is to be found so before that is given up.
    const isUrgent = frame.type === "response.steer" || frame.type === "response.interrupt";
    if (isUrgent && this.#socket.ping !== undefined) this.#heartbeat.ask();
  }

  free(lane: SocketLane): void {
    const name = lane.name ?? "";
    if (this.#lanes.get(name) !== lane) return;
    this.#lanes.delete(name);
    this.#abandoned.delete(lane);
    this.#freeNames.push(name);
    if (this.#retired) this.#closeIfDone();
    else this.#host.roomMade();
  }

  abandon(lane: SocketLane): void {
    this.#abandoned.add(lane);
    // Nothing can run on this socket any more: a new one starts with all its lanes.
    if (this.#abandoned.size === this.#limits.concurrentTurns) this.#socket.terminate();
    else if (this.#retired) this.#closeIfDone();
  }

  #take(frame: ServerFrame): void {
    if (frame.type === "error" && RETIRING.has(frame.error.code)) {
      this.#refused(frame.stream_id);
      return;
    }
    this.#isUseful ||= frame.type === "response.created";
    const refused = frame.type === "error" ? this.#refusedInterrupt(frame) : undefined;
    if (refused !== undefined) refused.interruptRefused(frame);
    else this.#laneOf(frame)?.receive(frame);
  }

  #refused(streamId: string | undefined): void {
    const name = streamId ?? "";
    const lane = this.#lanes.get(name);
    this.#retired = true;
    if (lane !== undefined && !lane.begun) {
      this.#lanes.delete(name);
      lane.requeue();
    }
    this.#host.retired(this);
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
   * An interrupt has no lane of its own, and neither has a server's refusal of it. Whose interrupt it was; undefined where
   * the frame may well be for the default lane, which has not been answered yet.
   */
  #refusedInterrupt({ stream_id }: ServerFrame): SocketLane | undefined {
    if (stream_id !== undefined) return undefined;
    const first = this.#lanes.get("");
    if (first?.isStopping) return first;
    if (first?.begun === false) return undefined;
    for (const lane of this.#lanes.values()) if (lane.isStopping) return lane;
    return undefined;
  }

  /** Without pings, silence tells something only while a response runs, as the server then sends keep-alives. */
  #ping(): boolean {
    if (this.#socket.ping !== undefined) {
      this.#socket.ping();
      return true;
    }
    for (const lane of this.#lanes.values()) if (lane.busy) return true;
    return false;
  }
}
