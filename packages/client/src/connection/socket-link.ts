import { type ClientFrame, decodeServerFrame, encodeFrame, type ServerFrame } from "@flint/protocol";
import { FlintError } from "../error/index.ts";
import type { ConnectionLimits } from "./connection-limits.ts";
import { Heartbeat } from "./heartbeat.ts";
import { type Lane, type LaneUser, responseOf } from "./lane.ts";
import type { Socket } from "./socket.ts";
import { type LaneHost, SocketLane } from "./socket-lane.ts";

/** One open WebSocket: its lanes, the routing of frames to them, and the watch that it is alive. */
export class SocketLink implements LaneHost {
  readonly epoch: number;
  readonly #socket: Socket;
  readonly #limits: Required<ConnectionLimits>;
  readonly #roomMade: () => void;
  readonly #heartbeat: Heartbeat;
  /** By `stream_id`; the default lane under the empty name. */
  readonly #lanes = new Map<string, SocketLane>();
  readonly #abandoned = new Set<SocketLane>();
  readonly #freeNames: string[];
  /** The server takes no more requests on this socket; what runs goes on. */
  #retired = false;

  constructor(socket: Socket, epoch: number, limits: Required<ConnectionLimits>, roomMade: () => void) {
    this.#socket = socket;
    this.epoch = epoch;
    this.#limits = limits;
    this.#roomMade = roomMade;
    // Popped from the end: the default lane comes first.
    this.#freeNames = Array.from({ length: limits.concurrentTurns }, (_, n) =>
      n === 0 ? "" : `lane-${n}`,
    ).reverse();
    this.#heartbeat = new Heartbeat(
      limits.pingAfter,
      limits.pongTimeout,
      () => this.#ping(),
      () => socket.terminate(),
    );
  }

  /** Starts the user's request on a free lane; null if there is none. */
  start(user: LaneUser): Lane | null {
    const name = this.#retired ? undefined : this.#freeNames.pop();
    if (name === undefined) return null;
    const lane = new SocketLane(name === "" ? undefined : name, user, this, this.#limits);
    this.#lanes.set(name, lane);
    lane.start(this.epoch);
    return lane;
  }

  message(text: string): void {
    this.#heartbeat.heard();
    const frame = decodeServerFrame(text);
    if (frame === null) return;
    if (frame.type === "error" && frame.error.code === "websocket_connection_limit_reached") {
      this.#retire(frame.stream_id);
      return;
    }
    this.#laneOf(frame)?.receive(frame);
  }

  ponged(): void {
    this.#heartbeat.heard();
  }

  /** The socket has ended: every turn on it is told. */
  end(error: FlintError): void {
    this.#heartbeat.stop();
    const lanes = [...this.#lanes.values()];
    this.#lanes.clear();
    for (const lane of lanes) lane.lose(error);
  }

  send(frame: ClientFrame): void {
    this.#socket.send(encodeFrame(frame));
  }

  free(lane: SocketLane): void {
    const name = lane.name ?? "";
    if (this.#lanes.get(name) !== lane) return;
    this.#lanes.delete(name);
    this.#abandoned.delete(lane);
    this.#freeNames.push(name);
    if (this.#retired) this.#replaceIfIdle();
    else this.#roomMade();
  }

  abandon(lane: SocketLane): void {
    this.#abandoned.add(lane);
    // Nothing can run on this socket any more: a new one starts with all its lanes.
    if (this.#abandoned.size === this.#limits.concurrentTurns) this.#socket.terminate();
  }

  /** The refused request waits for the next socket, and that for the end of what runs on this one. */
  #retire(streamId: string | undefined): void {
    this.#retired = true;
    const refused = this.#lanes.get(streamId ?? "");
    if (refused?.responseId === null) {
      this.#lanes.delete(streamId ?? "");
      refused.lose(
        new FlintError("connection_lost", "the connection is too old for new requests: try again"),
      );
    }
    this.#replaceIfIdle();
  }

  #replaceIfIdle(): void {
    if (this.#lanes.size === 0) this.#socket.terminate();
  }

  #laneOf(frame: ServerFrame): SocketLane | undefined {
    if (frame.stream_id !== undefined) return this.#lanes.get(frame.stream_id);
    const response = responseOf(frame);
    if (response !== null) {
      for (const lane of this.#lanes.values()) if (lane.responseId === response) return lane;
    }
    return this.#lanes.get("");
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
