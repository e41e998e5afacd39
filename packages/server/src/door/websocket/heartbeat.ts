import type { WebSocket } from "ws";

/**
 * Pings a socket, and drops one from which nothing has come between two pings: its peer has gone without a word.
 * It keeps no client from its own idle timer; that is what keep-alive events are for.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;
  #isAlive = true;

  /** `interval` in milliseconds. */
  constructor(socket: WebSocket, interval: number) {
    const alive = () => {
      this.#isAlive = true;
    };
    socket.on("pong", alive).on("ping", alive).on("message", alive);
    this.#timer = setInterval(() => {
      if (!this.#isAlive) {
        socket.terminate();
        return;
      }
      this.#isAlive = false;
      socket.ping();
    }, interval);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
