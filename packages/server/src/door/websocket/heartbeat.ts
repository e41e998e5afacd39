import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** What has gone over a connection so far, in bytes. */
export interface Traffic {
  readonly received: number;
  /** What the system has taken to send it. */
  readonly sent: number;
  /** What it has not taken yet, as the peer is to read something first. */
  readonly waiting: number;
}

/** Node tells how much of a long write has left to its own time-outs alone, by the socket's handle. */
interface Handle {
  readonly bytesWritten?: number;
  readonly writeQueueSize?: number;
}

/** What has gone over a socket; of other streams nothing is known. */
export function trafficOf(transport: Duplex): Traffic {
  const { bytesRead = 0, _handle } = transport as {
    readonly bytesRead?: number;
    readonly _handle?: Handle | null;
  };
  const { bytesWritten = 0, writeQueueSize = 0 } = _handle ?? {};
  return { received: bytesRead, sent: bytesWritten - writeQueueSize, waiting: writeQueueSize };
}

/**
 * Pings a socket, and drops one from which nothing has come between two pings: its peer has gone without a word.
 * It keeps no client from its own idle timer; that is what keep-alive events are for.
 *
 * A frame that is long on its way is a sign of life too. From the peer its bytes are. To the peer it keeps the ping
 * waiting behind it: where the system had no room for more, and has some now, the peer has read.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;
  #judgement: NodeJS.Timeout | undefined;
  #isAlive = true;

  /** `interval` is in milliseconds. */
  constructor(socket: WebSocket, interval: number, traffic: () => Traffic) {
    let before = traffic();
    const alive = () => {
      this.#isAlive = true;
    };
    socket.on("pong", alive).on("ping", alive).on("message", alive);
    const isSilent = () => !this.#isAlive && !hasMoved(before, traffic());
    this.#timer = setInterval(() => {
      if (isSilent()) {
        // Where this process was busy, its timers come before what has arrived meanwhile.
        this.#judgement = setTimeout(() => {
          if (isSilent()) socket.terminate();
        }, interval / 10);
        return;
      }
      before = traffic();
      this.#isAlive = false;
      socket.ping();
    }, interval);
  }

  stop(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#judgement);
  }
}

/** Whether the peer has done something. What the system takes at once says nothing of it. */
function hasMoved(before: Traffic, now: Traffic): boolean {
  return now.received !== before.received || (before.waiting > 0 && now.sent !== before.sent);
}
