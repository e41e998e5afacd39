import type { Socket, SocketEnd, SocketListener } from "./socket.ts";

/** Listens to a socket after it has opened. */
export type OpenListener = Omit<SocketListener, "opened">;

export interface DialListener {
  opened(socket: Socket): OpenListener;
  failed(end: SocketEnd): void;
}

/** One attempt to open a socket. */
export class Dial {
  readonly #socket: Socket;
  readonly #listener: DialListener;
  readonly #timer: ReturnType<typeof setTimeout>;
  #isOver = false;

  /** `timeout`: in milliseconds. */
  constructor(open: (listener: SocketListener) => Socket, timeout: number, listener: DialListener) {
    let user: OpenListener | null = null;
    this.#listener = listener;
    this.#socket = open({
      opened: () => {
        if (this.#settle()) user = listener.opened(this.#socket);
      },
      message: (text) => user?.message(text),
      ponged: () => user?.ponged(),
      ended: (end) => {
        if (user === null) this.#fail(end);
        else user.ended(end);
      },
    });
    this.#timer = setTimeout(() => {
      this.#fail({ kind: "error", message: `no answer within ${timeout} ms` });
      this.#socket.terminate();
    }, timeout);
  }

  cancel(): void {
    if (this.#settle()) this.#socket.close(1000, "");
  }

  #fail(end: SocketEnd): void {
    if (this.#settle()) this.#listener.failed(end);
  }

  /** Returns whether this is the first outcome of the attempt. */
  #settle(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    clearTimeout(this.#timer);
    return true;
  }
}
