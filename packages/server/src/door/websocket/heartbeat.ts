import type { WebSocket } from "ws";

/**
 * Pings a socket, and drops one from which nothing has come between two pings: its peer has gone without a word.
 * It keeps no client from its own idle timer; that is what keep-alive events are for.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;
  #isAlive = true;

  /** `interval` in milliseconds. `received` counts bytes: a frame that is long on its way is a sign of life too. */
  constructor(socket: WebSocket, interval: number, received: () => number) {
    let before = received();
    const alive = () => {
      this.#isAlive = true;
    };
    socket.on("pong", alive).on("ping", alive).on("message", alive);
    this.#timer = setInterval(() => {
      const now = received();
      if (!this.#isAlive && now === before) {
        socket.terminate();
        return;
      }
      before = now;
      this.#isAlive = false;
      socket.ping();
    }, interval);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
