import type { Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/**
 * The pending HTTP responses of each connection. Of pipelined ones, Node knows only the current one: the others are
 * destroyed here when the connection closes, which stops work for them and anything that waits for their end.
 */
export class Answers {
  readonly #bySocket = new WeakMap<Duplex, Set<ServerResponse>>();

  constructor(server: Server) {
    server.on("request", ({ socket }, response) => {
      const answers = this.#answersOf(socket);
      answers.add(response);
      response.once("close", () => answers.delete(response));
    });
  }

  /** Whether one has begun, so nothing else may be written to the socket. */
  hasBegun(socket: Duplex): boolean {
    return [...(this.#bySocket.get(socket) ?? [])].some(({ headersSent }) => headersSent);
  }

  /** Whether any is pending, begun or not. */
  hasPending(socket: Duplex): boolean {
    return (this.#bySocket.get(socket)?.size ?? 0) > 0;
  }

  #answersOf(socket: Duplex): Set<ServerResponse> {
    const known = this.#bySocket.get(socket);
    if (known !== undefined) return known;
    const answers = new Set<ServerResponse>();
    this.#bySocket.set(socket, answers);
    socket.once("close", () => {
      for (const answer of answers) {
        if (answer.socket !== null) continue;
        answer.destroy();
        answer.emit("close");
      }
    });
    return answers;
  }
}
