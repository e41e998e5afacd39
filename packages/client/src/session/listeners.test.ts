import { expect, onTestFinished, test } from "vitest";
import { connect, listen, stateOf } from "./session.fixture.ts";

/** What is thrown where nobody catches it, instead of the end of the process. */
function uncaught(): unknown[] {
  const thrown: unknown[] = [];
  const listeners = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException");
  process.on("uncaughtException", (error) => thrown.push(error));
  onTestFinished(() => {
    process.removeAllListeners("uncaughtException");
    for (const listener of listeners) process.on("uncaughtException", listener);
  });
  return thrown;
}

test("an error thrown by a listener is an uncaught exception, and the session goes on", async () => {
  const thrown = uncaught();
  const server = await listen();
  const session = await connect(server);
  const bug = new Error("a listener's bug");
  session.onConnectionChange(() => {
    throw bug;
  });
  const open = stateOf(session, "open");
  server.drop();
  await open;
  const turn = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("fine").complete();
  expect(await turn).toMatchObject({ text: "fine" });
  await expect.poll(() => thrown.length).toBe(2);
  expect(thrown).toEqual([bug, bug]);
});

test("a session that its listener closes while it reconnects opens no further connection", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { reconnectAttempts: 1 } });
  server.refuse = 503;
  const failed = stateOf(session, "failed");
  server.drop();
  await failed;
  server.refuse = null;
  session.onConnectionChange(({ status }) => {
    if (status === "connecting") session.close();
  });
  const upgrades = server.upgrades;
  await expect(session.respond({ input: "one" })).rejects.toMatchObject({ code: "session_closed" });
  const other = await connect(server);
  expect(server.upgrades).toBe(upgrades + 1);
  expect(session.connection).toEqual({ status: "closed" });
  expect(other.connection.status).toBe("open");
});
