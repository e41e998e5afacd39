import type { IncomingMessage, Server, ServerResponse } from "node:http";

/**
 * The HTTP requests in progress. Node does not count connections that clients opened ahead and never used as idle, so
 * closing would wait for them.
 */
export class RequestsInFlight {
  readonly #responses = new Set<ServerResponse>();
  #settled: (() => void) | null = null;

  constructor(server: Server) {
    server.on("request", (_request: IncomingMessage, response: ServerResponse) => {
      this.#responses.add(response);
      response.on("close", () => {
        this.#responses.delete(response);
        if (this.#responses.size === 0) this.#settled?.();
      });
    });
  }

  /** Resolves when no request is in progress. */
  settled(): Promise<void> {
    if (this.#responses.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#settled = resolve;
    });
  }
}
