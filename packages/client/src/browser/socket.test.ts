import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { WebSocket } from "ws";
import { initializeSession } from "../browser.ts";
import { ResponsesServer } from "../connection/responses-server.fixture.ts";

async function listen(): Promise<ResponsesServer> {
  // Node 20 has no global WebSocket; this one has the browser's interface.
  vi.stubGlobal("WebSocket", WebSocket);
  const server = await ResponsesServer.listen();
  onTestFinished(async () => {
    await server.close();
    vi.unstubAllGlobals();
  });
  return server;
}

test("a browser session edits over the browser's WebSocket, without a parse check or file access", async () => {
  const server = await listen();
  const session = await initializeSession({ url: server.url, warmUp: false });
  onTestFinished(() => session.close());
  const turn = session.edit({ code: "let a = 1;", instruction: "x", language: "js" });
  (await server.next("response.create")).begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({
    code: "let b = 1;",
    verification: { parses: null, language: "javascript" },
  });
  await expect(session.edit({ path: "a.js", instruction: "x" })).rejects.toMatchObject({
    code: "file_unreadable",
  });
});

test("an edit whose connection is cut is completed on the next one", async () => {
  const server = await listen();
  const session = await initializeSession({ url: server.url, warmUp: false, limits: { backoff: [5, 20] } });
  onTestFinished(() => session.close());
  const turn = session.optimizeCode("let a = 1;");
  (await server.next("response.create")).begin();
  server.drop();
  (await server.next("response.create")).begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("without pings, a socket on which a response stays silent too long is replaced", async () => {
  const server = await listen();
  const session = await initializeSession({
    url: server.url,
    warmUp: false,
    limits: { backoff: [5, 20], pingAfter: 20, pongTimeout: 20 },
  });
  onTestFinished(() => session.close());
  const turn = session.optimizeCode("let a = 1;");
  await server.next("response.create");
  (await server.next("response.create")).begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("the key is sent as a subprotocol, because a browser's WebSocket sends no headers", async () => {
  const server = await listen();
  const session = await initializeSession({ url: server.url, apiKey: "sécret ÿ/+", warmUp: false });
  onTestFinished(() => session.close());
  expect(session.connection).toMatchObject({ status: "open", transport: "websocket" });
  const [agreed, carrier = ""] = server.protocols;
  expect(agreed).toBe("flint");
  expect(Buffer.from(carrier.replace("flint.key.", ""), "base64url").toString()).toBe("sécret ÿ/+");
});

test("a server that refuses a socket with a key is used over HTTP", async () => {
  const server = await listen();
  server.refuse = 400;
  const session = await initializeSession({ url: server.url, apiKey: "secret" });
  onTestFinished(() => session.close());
  expect(session.connection).toMatchObject({ status: "open", transport: "http" });
  await session.models();
  expect(server.authorization).toBe("Bearer secret");
});

test("a refused key fails with status 401, even though the browser hides why the socket was refused", async () => {
  const server = await listen();
  server.refuse = 401;
  for (const options of [{}, { apiKey: "wrong" }]) {
    await expect(initializeSession({ url: server.url, ...options })).rejects.toMatchObject({
      code: "connection_failed",
      status: 401,
    });
  }
});

test("a server that refuses the socket as busy passes on its error code and retry-after", async () => {
  await listen();
  const busy = createServer((_, response) => {
    response.writeHead(503, { "retry-after": "2" });
    response.end(JSON.stringify({ error: { message: "busy", code: "server_shutting_down" } }));
  });
  await new Promise<void>((resolve) => busy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void busy.close());
  const url = `http://127.0.0.1:${(busy.address() as AddressInfo).port}`;
  await expect(initializeSession({ url, limits: { connectAttempts: 1 } })).rejects.toMatchObject({
    code: "connection_failed",
    status: 503,
    serverCode: "server_shutting_down",
    retryAfter: 2_000,
  });
});

test("an absent server fails the session at once, even if no close event follows the socket's error", async () => {
  // As in Node 22's own WebSocket.
  class ErrorAlone extends WebSocket {
    override emit(event: string, ...told: unknown[]): boolean {
      return event !== "close" && super.emit(event, ...told);
    }
  }
  const server = await ResponsesServer.listen();
  const { url } = server;
  await server.close();
  for (const own of [WebSocket, ErrorAlone]) {
    vi.stubGlobal("WebSocket", own);
    onTestFinished(() => void vi.unstubAllGlobals());
    const limits = { connectTimeout: 60_000, backoff: [5, 20] as const };
    await expect(initializeSession({ url, limits })).rejects.toMatchObject({ code: "connection_failed" });
  }
});

test("a WebSocket that the browser forbids is reported as a failed connection with the browser's reason", async () => {
  // As where a page of https: asks for a socket of ws:.
  class Forbidding {
    constructor() {
      throw new DOMException("an insecure WebSocket", "SecurityError");
    }
  }
  vi.stubGlobal("WebSocket", Forbidding);
  onTestFinished(() => void vi.unstubAllGlobals());
  const opening = initializeSession({ url: "http://127.0.0.1:9", limits: { connectAttempts: 1 } });
  await expect(opening).rejects.toMatchObject({
    name: "FlintError",
    code: "connection_failed",
    message: expect.stringContaining("an insecure WebSocket"),
  });
});
