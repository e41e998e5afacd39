import { ApiError } from "@flint/protocol";
import { expect, test } from "vitest";
import type { ResponsesServer } from "../connection/responses-server.fixture.ts";
import type { Session, SessionOptions } from "./index.ts";
import { connect, eventsOf, listen, until } from "./session.fixture.ts";

async function overHttp(
  options?: Partial<SessionOptions>,
): Promise<{ server: ResponsesServer; session: Session }> {
  const server = await listen();
  server.refuse = 426;
  return { server, session: await connect(server, { ...options, warmUp: true }) };
}

test("a server that refuses upgrades with 426 is used over HTTP from then on", async () => {
  const { server, session } = await overHttp({ apiKey: "secret" });
  expect(session.connection).toEqual({ status: "open", transport: "http" });
  for (let n = 0; n < 2; n++) {
    const turn = session.edit({ code: "let a = 1;", instruction: "x" });
    const arrival = await server.next("response.create");
    expect(arrival.create).toMatchObject({ stream: true, store: false });
    expect(server.authorization).toBe("Bearer secret");
    arrival.begin().text("let ").text("b = 1;").complete();
    expect(await turn).toMatchObject({ code: "let b = 1;", status: "completed" });
    expect((await eventsOf(turn)).map(({ type }) => type)).toEqual(["text", "text", "hunk", "timings"]);
  }
  expect(server.upgrades).toBe(1);
});

test("a session with transport http opens no socket", async () => {
  const server = await listen();
  const session = await connect(server, { transport: "http", warmUp: true });
  expect(session.connection).toEqual({ status: "open", transport: "http" });
  const turn = session.optimizeCode("let a = 1;");
  (await server.next("response.create")).begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
  expect(server.upgrades).toBe(0);
});

test("the whole conversation is sent with each request", async () => {
  const { server, session } = await overHttp();
  const first = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("1").complete();
  const { responseId } = await first;
  const second = session.respond({ input: "two", previousResponseId: responseId });
  const arrival = await server.next("response.create");
  expect(arrival.create).not.toHaveProperty("previous_response_id");
  expect(arrival.create.input).toHaveLength(3);
  arrival.begin().text("2").complete();
  expect(await second).toMatchObject({ text: "2" });
});

test("an interrupt abandons the request and resolves with the text so far", async () => {
  const { server, session } = await overHttp();
  const turn = session.respond({ input: "one" });
  const arrival = await server.next("response.create");
  const abandoned = arrival.abandoned();
  arrival.begin().text("par");
  await until(turn, "text");
  await turn.interrupt();
  const result = await turn;
  expect(result).toMatchObject({ status: "interrupted", text: "par" });
  // It ended before the server had said a word of that.
  expect(result.timings).not.toHaveProperty("interrupt_ms");
  await abandoned;
});

test("edits do not displace a conversation from limits.chainResponses", async () => {
  const { server, session } = await overHttp({ limits: { chainResponses: 1 } });
  const first = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("1").complete();
  const { responseId } = await first;
  const edit = session.optimizeCode("let a = 1;");
  (await server.next("response.create")).begin().text("let b = 1;").complete();
  await edit;
  const second = session.respond({ input: "two", previousResponseId: responseId });
  const arrival = await server.next("response.create");
  expect(arrival.create.input).toHaveLength(3);
  arrival.begin().text("2").complete();
  expect(await second).toMatchObject({ text: "2" });
});

test.each(["interrupt", "close"])(
  "the server has been told to stop by the time %s() resolves",
  async (how) => {
    const { server, session } = await overHttp();
    const turn = session.respond({ input: "one" });
    const answer = (await server.next("response.create")).begin().text("1");
    await until(turn, "text");
    const told: string[] = [];
    server.cancelled().then((id) => told.push(id));
    if (how === "interrupt") await turn.interrupt();
    else await session.close();
    expect(told).toEqual([answer.id]);
  },
);

test("a steer is refused because HTTP cannot steer, and the turn goes on", async () => {
  const { server, session } = await overHttp();
  const turn = session.respond({ input: "one" });
  const answer = (await server.next("response.create")).begin().text("1");
  await until(turn, "text");
  await expect(turn.steer("other")).rejects.toMatchObject({
    code: "steer_failed",
    serverCode: "steering_not_supported",
  });
  answer.text("2").complete();
  expect(await turn).toMatchObject({ text: "12" });
});

test("a refused request fails with the server's error", async () => {
  const { server, session } = await overHttp();
  const turn = session.respond({ input: "one" });
  (await server.next("response.create")).refuse(new ApiError(429, "rate_limit_exceeded", "wait a second"));
  await expect(turn).rejects.toMatchObject({
    code: "request_failed",
    status: 429,
    serverCode: "rate_limit_exceeded",
  });
});

test("a request that got no answer is sent again only after the backoff", async () => {
  const { server, session } = await overHttp({ limits: { backoff: [80, 80] } });
  const turn = session.respond({ input: "one" });
  await server.next("response.create");
  const cut = performance.now();
  server.dropStreams();
  const again = await server.next("response.create");
  // The wait is drawn from the upper half of what the limit says.
  expect(performance.now() - cut).toBeGreaterThan(39);
  again.begin().text("1").complete();
  expect(await turn).toMatchObject({ text: "1" });
});

test("a stream that is cut fails the turn as connection_lost", async () => {
  const { server, session } = await overHttp();
  const turn = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("1");
  await until(turn, "text");
  await server.close();
  await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
});

test("an event over limits.frameBytes fails the turn with that limit, and the server is told to stop", async () => {
  const { server, session } = await overHttp({ limits: { frameBytes: 4_096 } });
  const turn = session.respond({ input: "one" });
  const answer = (await server.next("response.create")).begin().text("1");
  await until(turn, "text");
  const told = server.cancelled();
  answer.text("x".repeat(8_192));
  await expect(turn).rejects.toMatchObject({
    code: "limit_exceeded",
    message: expect.stringContaining("limits.frameBytes"),
  });
  expect(await told).toBe(answer.id);
});

test("an event that cannot be processed fails the turn as a failed response, not as a lost connection", async () => {
  const { server, session } = await overHttp();
  const turn = session.respond({ input: "one" });
  const answer = (await server.next("response.create")).begin();
  answer.event({ type: "response.output_item.done" } as never);
  await expect(turn).rejects.toMatchObject({
    code: "response_failed",
    message: expect.stringContaining("could not be processed"),
  });
});

test("turns beyond concurrentTurns wait", async () => {
  const { server, session } = await overHttp({ limits: { concurrentTurns: 1 } });
  const turns = [session.respond({ input: "one" }), session.respond({ input: "two" })];
  const first = await server.next("response.create");
  expect(server.untaken).toBe(0);
  first.begin().text("1").complete();
  (await server.next("response.create")).begin().text("2").complete();
  expect((await Promise.all(turns)).map(({ text }) => text)).toEqual(["1", "2"]);
});
