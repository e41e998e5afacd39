import type { IncomingMessage, Server, ServerResponse } from "node:http";

/**
 * The HTTP requests that are being answered. Node's own count of idle connections leaves out those that never sent
 * a request, as clients open them ahead; closing would wait for them.
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

  /** Resolves when none is left. */
  settled(): Promise<void> {
    if (this.#responses.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#settled = resolve;
    });
  }
}
