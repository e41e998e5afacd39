import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { onTestFinished } from "vitest";

export interface TestProxy {
  readonly url: string;
  /** The targets (`host:port`) of all CONNECT requests. */
  readonly asked: readonly string[];
}

/** Starts a proxy that opens tunnels by CONNECT, as corporate proxies do. */
export async function useProxy(): Promise<TestProxy> {
  const asked: string[] = [];
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on("connect", (request, socket) => {
    const place = request.url ?? "";
    asked.push(place);
    const [host, port] = place.split(":");
    const onward = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    for (const one of [socket, onward]) {
      sockets.add(one);
      one.on("error", () => one.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
