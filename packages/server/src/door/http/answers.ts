import type { Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/**
 * The answers under way on each connection. Of those that were asked for in one go, Node knows only the one whose turn it
 * is: the others are told here when their connection closes, so that nobody works for them or waits for their end.
 */
export class Answers {
  readonly #under = new WeakMap<Duplex, Set<ServerResponse>>();

  constructor(server: Server) {
    server.on("request", ({ socket }, response) => {
      const answers = this.#on(socket);
      answers.add(response);
      response.once("close", () => answers.delete(response));
    });
  }

  /** Whether one has begun, so that nothing else may be written between. */
  hasBegun(socket: Duplex): boolean {
    return [...(this.#under.get(socket) ?? [])].some(({ headersSent }) => headersSent);
  }

  /** Whether any is under way, begun or not. */
  areOpen(socket: Duplex): boolean {
    return (this.#under.get(socket)?.size ?? 0) > 0;
  }

  #on(socket: Duplex): Set<ServerResponse> {
    const known = this.#under.get(socket);
    if (known !== undefined) return known;
    const answers = new Set<ServerResponse>();
    this.#under.set(socket, answers);
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
