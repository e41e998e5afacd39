import { expect, test } from "vitest";
import { connect, listen, until } from "./session.fixture.ts";

test("turns run side by side on separate lanes, and their events do not mix", async () => {
  const server = await listen();
  const session = await connect(server);
  const turns = [1, 2, 3].map((n) => session.respond({ input: `question ${n}` }));
  const arrivals = [];
  for (const _ of turns) arrivals.push(await server.next("response.create"));
  expect(new Set(arrivals.map(({ create }) => create.stream_id)).size).toBe(3);
  expect(arrivals[0]?.create).not.toHaveProperty("stream_id");
  const answers = arrivals.map((arrival) => arrival.begin());
  for (const part of ["a", "b"]) for (const [n, answer] of answers.entries()) answer.text(`${n}${part}`);
  for (const answer of answers.reverse()) answer.complete();
  expect((await Promise.all(turns)).map(({ text }) => text)).toEqual(["0a0b", "1a1b", "2a2b"]);
});

test("turns beyond concurrentTurns wait for a free lane", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { concurrentTurns: 1 } });
  const first = session.respond({ input: "one" });
  const second = session.respond({ input: "two" });
  const arrival = await server.next("response.create");
  expect(server.untaken).toBe(0);
  arrival.begin().text("1").complete();
  await first;
  const next = await server.next("response.create");
  expect(next.create).toMatchObject({ input: [{ content: [{ text: "two" }] }] });
  next.begin().text("2").complete();
  expect(await second).toMatchObject({ text: "2" });
});

test("turns beyond waitingTurns are refused", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { concurrentTurns: 1, waitingTurns: 1 } });
  const running = [session.respond({ input: "one" }), session.respond({ input: "two" })];
  await expect(session.respond({ input: "three" })).rejects.toMatchObject({
    code: "limit_exceeded",
    message: expect.stringContaining("limits.waitingTurns"),
  });
  for (const turn of running) {
    (await server.next("response.create")).begin().text("x").complete();
    await turn;
  }
});

test("the lane of an aborted turn is reused only after the server has ended its response", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { concurrentTurns: 1 } });
  const abort = new AbortController();
  const first = session.respond({ input: "one", signal: abort.signal });
  const answer = (await server.next("response.create")).begin().text("1");
  await until(first, "text");
  const second = session.respond({ input: "two" });
  abort.abort();
  await expect(first).rejects.toMatchObject({ code: "aborted" });
  await server.next("response.interrupt");
  expect(server.untaken).toBe(0);
  answer.text("late");
  answer.incomplete("interrupted");
  (await server.next("response.create")).begin().text("2").complete();
  expect(await second).toMatchObject({ text: "2" });
});

test("a waiting turn can be interrupted", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { concurrentTurns: 1 } });
  const first = session.respond({ input: "one" });
  const answer = (await server.next("response.create")).begin();
  const second = session.respond({ input: "two" });
  await second.interrupt();
  expect(await second).toMatchObject({ status: "interrupted", text: "", responseId: null });
  answer.text("1").complete();
  expect(await first).toMatchObject({ text: "1" });
  expect(server.untaken).toBe(0);
});

test("a lane whose stopped response never ends is lost, and the last lane takes the connection with it", async () => {
  const server = await listen();
  const session = await connect(server, {
    limits: { concurrentTurns: 1, idleTimeout: 50, acknowledgementTimeout: 20 },
  });
  const first = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("1");
  await expect(first).rejects.toMatchObject({ code: "timeout" });
  const second = session.respond({ input: "two" });
  (await server.next("response.create")).begin().text("2").complete();
  expect(await second).toMatchObject({ text: "2" });
  expect(server.upgrades).toBe(2);
});

test("with waitingTurns of 0, a turn runs on a free lane and the next is refused", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { concurrentTurns: 1, waitingTurns: 0 } });
  const running = session.respond({ input: "one" });
  await expect(session.respond({ input: "two" })).rejects.toMatchObject({
    code: "limit_exceeded",
    message: expect.stringMatching(/^0 turns are waiting already/),
  });
  (await server.next("response.create")).begin().text("1").complete();
  expect(await running).toMatchObject({ text: "1" });
  expect(server.untaken).toBe(0);
});
