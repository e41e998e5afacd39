import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** Byte counts of a connection so far. */
export interface Traffic {
  readonly received: number;
  /** Bytes that the operating system has accepted to send. */
  readonly sent: number;
  /** Bytes that it has not accepted yet, because the peer must read something first. */
  readonly waiting: number;
}

/** The socket's handle: only it tells how much of a long write was sent, which Node uses for its own timeouts. */
interface Handle {
  readonly bytesWritten?: number;
  readonly writeQueueSize?: number;
}

/** Returns a socket's byte counts; zeros for other streams. */
export function trafficOf(transport: Duplex): Traffic {
  const { bytesRead = 0, _handle } = transport as {
    readonly bytesRead?: number;
    readonly _handle?: Handle | null;
  };
  const { bytesWritten = 0, writeQueueSize = 0 } = _handle ?? {};
  return { received: bytesRead, sent: bytesWritten - writeQueueSize, waiting: writeQueueSize };
}

/**
 * Pings a socket, and terminates it if nothing arrived between two pings: its peer has disappeared without closing. It
 * does not reset a client's own idle timer; keep-alive events do.
 *
 * A long frame in transit counts as activity too, because it delays the pong. In one direction its bytes arrive. In the
 * other, the ping is queued behind it: if the operating system had no room before and accepted bytes since, the peer
 * has read.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;
  #terminateTimer: NodeJS.Timeout | undefined;
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
        // If this process was busy, its timers run before it reads what has arrived meanwhile.
        this.#terminateTimer = setTimeout(() => {
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
    clearTimeout(this.#terminateTimer);
  }
}

/** Whether the peer was active. Bytes that the operating system accepts at once prove nothing. */
function hasMoved(before: Traffic, now: Traffic): boolean {
  return now.received !== before.received || (before.waiting > 0 && now.sent !== before.sent);
}
