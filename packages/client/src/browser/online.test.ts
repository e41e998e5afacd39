import { getEventListeners } from "node:events";
import { expect, onTestFinished, test, vi } from "vitest";
import { WebSocket } from "ws";
import { initializeSession, type Session } from "../browser.ts";
import { ResponsesServer } from "../connection/responses-server.fixture.ts";
import { stateOf } from "../session/session.fixture.ts";

/** A window that a session opens its socket in, and the server at the other end. */
async function useWindow(): Promise<{ server: ResponsesServer; page: EventTarget }> {
  const page = new EventTarget();
  // Node 20 has no global WebSocket; this one has the browser's interface.
  vi.stubGlobal("WebSocket", WebSocket);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  const server = await ResponsesServer.listen();
  onTestFinished(async () => {
    await server.close();
    vi.unstubAllGlobals();
  });
  return { server, page };
}

/** A session that waits for a minute before it connects anew by itself. */
async function connectPatiently(url: string): Promise<Session> {
  const limits = { backoff: [60_000, 60_000], reconnectAttempts: 1 } as const;
  const session = await initializeSession({ url, warmUp: false, limits });
  onTestFinished(() => session.close());
  return session;
}

test("a session reconnects at once when the browser comes online", async () => {
  const { server, page } = await useWindow();
  const session = await connectPatiently(server.url);
  const lost = stateOf(session, "reconnecting");
  server.drop();
  await lost;
  const open = stateOf(session, "open");
  page.dispatchEvent(new Event("online"));
  await open;
  const turn = session.edit({ code: "let a = 1;", instruction: "x" });
  (await server.next("response.create")).begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("a session that has given up reconnects when the browser comes online", async () => {
  const { server, page } = await useWindow();
  const session = await connectPatiently(server.url);
  server.refuse = 503;
  const lost = stateOf(session, "reconnecting");
  server.drop();
  await lost;
  const failed = stateOf(session, "failed");
  page.dispatchEvent(new Event("online"));
  await failed;
  server.refuse = null;
  const open = stateOf(session, "open");
  page.dispatchEvent(new Event("online"));
  await open;
});

test("an open session ignores the online event, and a closed one no longer listens to it", async () => {
  const { server, page } = await useWindow();
  const session = await connectPatiently(server.url);
  page.dispatchEvent(new Event("online"));
  expect(session.connection).toEqual({ status: "open", transport: "websocket" });
  expect(server.upgrades).toBe(1);
  expect(getEventListeners(page, "online")).toHaveLength(1);
  await session.close();
  expect(getEventListeners(page, "online")).toHaveLength(0);
});

test("an unreachable server is reported with what the browser knows: offline, another origin, or neither", async () => {
  const { server } = await useWindow();
  const { url } = server;
  await server.close();
  const limits = { connectAttempts: 1 };
  vi.stubGlobal("navigator", { onLine: false });
  await expect(initializeSession({ url, limits })).rejects.toMatchObject({
    code: "connection_failed",
    message: `cannot reach ${url}/v1 (the browser is offline): connect it to a network`,
  });
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("location", { origin: "http://app.test" });
  await expect(initializeSession({ url, limits })).rejects.toMatchObject({
    code: "connection_failed",
    message: expect.stringMatching(
      /this page is of another origin, http:\/\/app\.test, .*: have the page's own web server/,
    ),
  });
  vi.stubGlobal("location", { origin: url });
  await expect(initializeSession({ url, limits })).rejects.toMatchObject({
    message: expect.stringContaining('start a server there with "flint serve"'),
  });
});
