import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ServerError } from "./errors/index.ts";

/** Listens, and resolves to the port, which the system chooses if `port` is 0. Rejects with {@link ServerError}. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(whyNotListening(cause, host, port)));
    server.listen(port, host, () => {
      server.removeAllListeners("error");
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function whyNotListening(cause: NodeJS.ErrnoException, host: string, port: number): ServerError {
  if (cause.code === "EADDRINUSE") {
    const message = `port ${port} on ${host} is taken: stop the program that uses it, or choose another port (0 picks a free one)`;
    return new ServerError("port_in_use", message, { cause });
  }
  if (cause.code === "EACCES") {
    const message = `port ${port} is not open to this user: choose one above 1023`;
    return new ServerError("port_forbidden", message, { cause });
  }
  return new ServerError("listen_failed", `cannot listen on ${host}:${port}: ${cause.message}`, { cause });
}
