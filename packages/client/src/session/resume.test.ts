import { ApiError, type ClientFrame, events } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import type { ResponsesServer } from "../connection/responses-server.fixture.ts";
import type { SessionLimits } from "./index.ts";
import { connect, eventsOf, listen, stateOf, until } from "./session.fixture.ts";

async function resuming(limits?: SessionLimits) {
  const server = await listen();
  server.resumes = true;
  const session = await connect(server, limits === undefined ? {} : { limits });
  return { server, session };
}

/** A turn whose answer has begun, and whose connection is lost. */
async function cutTurn(server: ResponsesServer, session: Awaited<ReturnType<typeof connect>>) {
  const turn = session.respond({ input: "one" });
  const answer = (await server.next("response.create")).begin().text("1");
  await until(turn, "text");
  server.drop();
  return { turn, answer };
}

describe("an answer whose connection is lost", () => {
  test("resumes where it was, on the next connection", async () => {
    const { server, session } = await resuming();
    const { turn, answer } = await cutTurn(server, session);
    answer.text("2");
    const arrival = await server.next("response.resume");
    // The last event is asked for once more: created, and the text, came before the cut.
    expect(arrival.frame).toEqual({
      type: "response.resume",
      response_id: answer.id,
      starting_after: 0,
    });
    arrival.resume(answer).text("3").complete();
    const result = await turn;
    expect(result).toMatchObject({ text: "123", status: "completed", responseId: answer.id });
    expect((await eventsOf(turn)).filter(({ type }) => type === "text")).toHaveLength(3);

    const next = session.respond({ input: "two", previousResponseId: result.responseId });
    const continued = await server.next("response.create");
    expect(continued.create).toMatchObject({ previous_response_id: answer.id, input: [{}] });
    continued.begin().complete();
    await next;
  });

  test("is resumed before waiting turns begin", async () => {
    const { server, session } = await resuming({ concurrentTurns: 1 });
    const { turn, answer } = await cutTurn(server, session);
    const other = session.respond({ input: "two" });
    (await server.next("response.resume")).resume(answer);
    expect(server.untaken).toBe(0);
    answer.complete();
    (await server.next("response.create")).begin().complete();
    await Promise.all([turn, other]);
  });

  test("is requested again when the server fails for the moment", async () => {
    const { server, session } = await resuming();
    const { turn, answer } = await cutTurn(server, session);
    (await server.next("response.resume")).refuse(new ApiError(500, "server_error", "later"));
    (await server.next("response.resume")).resume(answer).complete();
    expect(await turn).toMatchObject({ text: "1" });
  });

  test("is requested again only after the backoff when the server refuses for the moment", async () => {
    const { server, session } = await resuming({ backoff: [80, 80] });
    const { turn, answer } = await cutTurn(server, session);
    const first = await server.next("response.resume");
    const refused = performance.now();
    first.refuse(new ApiError(429, "rate_limit_exceeded", "later"));
    const again = await server.next("response.resume");
    // The wait is drawn from the upper half of what the limit says.
    expect(performance.now() - refused).toBeGreaterThan(39);
    again.resume(answer).complete();
    expect(await turn).toMatchObject({ text: "1" });
  });

  test("is lost after limits.resumes attempts that bring nothing new", async () => {
    const { server, session } = await resuming({ resumes: 2 });
    const { turn } = await cutTurn(server, session);
    for (let n = 0; n < 2; n++) {
      await server.next("response.resume");
      server.drop();
    }
    await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
  });

  test("is lost when the server does not support resuming", async () => {
    const { server, session } = await resuming({ firstEventTimeout: 50 });
    const { turn } = await cutTurn(server, session);
    await server.next("response.resume");
    await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
  });

  test("is lost when the server has cancelled it meanwhile", async () => {
    const { server, session } = await resuming();
    const { turn, answer } = await cutTurn(server, session);
    answer.cancel();
    (await server.next("response.resume")).resume(answer);
    await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
  });

  test("is not resumed when limits.grace is 0", async () => {
    const { server, session } = await resuming({ grace: 0 });
    const turn = session.respond({ input: "one" });
    const arrival = await server.next("response.create");
    expect(arrival.create).not.toHaveProperty("flint");
    arrival.begin().text("1");
    await until(turn, "text");
    server.drop();
    await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
    expect(server.untaken).toBe(0);
  });

  test.each(["interrupt", "abort"])(
    "is stopped after the reconnect by an %s while disconnected",
    async (how) => {
      const { server, session } = await resuming();
      const abort = new AbortController();
      const turn = session.respond({ input: "one", signal: abort.signal });
      const answer = (await server.next("response.create")).begin().text("1");
      await until(turn, "text");
      const down = stateOf(session, "reconnecting");
      server.drop();
      await down;
      if (how === "interrupt") {
        await turn.interrupt();
        expect(await turn).toMatchObject({ status: "interrupted", text: "1" });
      } else {
        abort.abort();
        await expect(turn).rejects.toMatchObject({ code: "aborted" });
      }
      (await server.next("response.resume")).resume(answer);
      expect((await server.next("response.interrupt")).frame).toMatchObject({ response_id: answer.id });
    },
  );
});

/** The request id of a frame. */
function requestIdOf(frame: ClientFrame): string | undefined {
  return "flint" in frame ? frame.flint?.request_id : undefined;
}

describe("a request without any answer before the connection is lost", () => {
  test("is sent again under its id, and answered from the beginning", async () => {
    const { server, session } = await resuming();
    const turn = session.respond({ input: "one" });
    const first = await server.next("response.create");
    server.drop();
    const again = await server.next("response.create");
    expect(requestIdOf(first.frame)).toMatch(/^req_/);
    expect(requestIdOf(again.frame)).toBe(requestIdOf(first.frame));
    again.begin().text("1").complete();
    expect(await turn).toMatchObject({ text: "1", status: "completed" });
    const next = session.respond({ input: "two" });
    const other = await server.next("response.create");
    expect(requestIdOf(other.frame)).not.toBe(requestIdOf(first.frame));
    other.begin().complete();
    await next;
  });

  test("is sent again at most limits.resumes times", async () => {
    const { server, session } = await resuming({ resumes: 2, restarts: 0 });
    const turn = session.respond({ input: "one" });
    for (let n = 0; n < 3; n++) {
      await server.next("response.create");
      server.drop();
    }
    await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
    expect(server.untaken).toBe(0);
  });

  test("is stopped after the reconnect if its turn was aborted", async () => {
    const { server, session } = await resuming();
    const abort = new AbortController();
    const turn = session.respond({ input: "one", signal: abort.signal });
    const { frame } = await server.next("response.create");
    abort.abort();
    await expect(turn).rejects.toMatchObject({ code: "aborted" });
    expect((await server.next("response.interrupt")).frame).toMatchObject({
      response_id: requestIdOf(frame),
    });
    server.drop();
    const resumed = await server.next("response.resume");
    expect(resumed.frame).toMatchObject({ response_id: requestIdOf(frame), starting_after: -1 });
    const answer = resumed.beginUnseen();
    expect((await server.next("response.interrupt")).frame).toMatchObject({
      response_id: expect.stringMatching(answer.id),
    });
  });

  test("is stopped when the session is closed", async () => {
    const { server, session } = await resuming();
    const turn = session.respond({ input: "one" });
    const { frame } = await server.next("response.create");
    const stopped = server.next("response.interrupt");
    await session.close();
    expect((await stopped).frame).toMatchObject({ response_id: requestIdOf(frame) });
    await expect(turn).rejects.toMatchObject({ code: "session_closed" });
  });
});

describe("a steer", () => {
  test("given while disconnected is sent once the answer is resumed, and its response follows there", async () => {
    const { server, session } = await resuming();
    const { turn, answer } = await cutTurn(server, session);
    const steered = turn.steer("shorter");
    const arrival = await server.next("response.resume");
    arrival.resume(answer);
    const { frame } = await server.next("response.steer");
    expect(frame).toMatchObject({
      previous_response_id: answer.id,
      input: [{ role: "user", content: [{ text: "shorter" }] }],
    });
    answer.event(events.steerAccepted("steer_1", answer.id, requestIdOf(frame)));
    await steered;
    answer.incomplete("steered");
    arrival.succeed(answer).text("short").complete();
    expect(await turn).toMatchObject({ text: "short", status: "completed" });
    expect(server.untaken).toBe(0);
  });

  test("that was not acknowledged before the cut is sent again under its id, and applied once", async () => {
    const { server, session } = await resuming();
    const turn = session.respond({ input: "one" });
    const answer = (await server.next("response.create")).begin().text("1");
    await until(turn, "text");
    const steered = turn.steer("shorter");
    const { frame } = await server.next("response.steer");
    server.drop();
    // It had arrived, and the answer has ended with it meanwhile.
    answer.event(events.steerAccepted("steer_1", answer.id, requestIdOf(frame)));
    answer.incomplete("steered");
    const arrival = await server.next("response.resume");
    arrival.resume(answer);
    const again = await server.next("response.steer");
    expect(requestIdOf(again.frame)).toBe(requestIdOf(frame));
    answer.event(events.steerAccepted("steer_1", answer.id, requestIdOf(frame)));
    await steered;
    arrival.succeed(answer).text("short").complete();
    expect(await turn).toMatchObject({ text: "short", status: "completed" });
    expect(server.untaken).toBe(0);
  });

  test("whose response had not begun before the cut is answered after the resume", async () => {
    const { server, session } = await resuming();
    const turn = session.respond({ input: "one" });
    const answer = (await server.next("response.create")).begin().text("1");
    await until(turn, "text");
    const steered = turn.steer("shorter");
    const { frame } = await server.next("response.steer");
    answer.event(events.steerAccepted("steer_1", answer.id, requestIdOf(frame)));
    await steered;
    answer.incomplete("steered");
    answer.event(events.keepalive());
    await until(turn, "progress");
    server.drop();
    const arrival = await server.next("response.resume");
    expect(arrival.frame).toMatchObject({ response_id: answer.id });
    arrival.resume(answer);
    arrival.succeed(answer).text("short").complete();
    expect(await turn).toMatchObject({ text: "short", status: "completed" });
    expect((await eventsOf(turn)).filter(({ type }) => type === "restart")).toHaveLength(1);
    expect(server.untaken).toBe(0);
  });

  test("is sent in a new request when the server has lost the response", async () => {
    const { server, session } = await resuming();
    const turn = session.respond({ input: "one" });
    const answer = (await server.next("response.create")).begin().text("1");
    await until(turn, "text");
    const steered = turn.steer("shorter");
    const { frame } = await server.next("response.steer");
    answer.event(events.steerAccepted("steer_1", answer.id, requestIdOf(frame)));
    await steered;
    answer.incomplete("steered");
    answer.event(events.keepalive());
    await until(turn, "progress");
    server.drop();
    (await server.next("response.resume")).refuse(new ApiError(404, "response_not_found", "gone"));
    const arrival = await server.next("response.create");
    expect(arrival.create.input.at(-1)).toMatchObject({ content: [{ text: "shorter" }] });
    arrival.begin().text("short").complete();
    expect(await turn).toMatchObject({ text: "short", status: "completed" });
  });

  test("that comes too late rejects with turn_ended", async () => {
    const { server, session } = await resuming();
    const { turn, answer } = await cutTurn(server, session);
    const steered = turn.steer("shorter");
    answer.complete();
    (await server.next("response.resume")).resume(answer);
    await expect(steered).rejects.toMatchObject({ code: "turn_ended" });
    expect(await turn).toMatchObject({ text: "1", status: "completed" });
  });

  test("waits for the new answer when the old one is lost", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.optimizeCode("let a = 1;");
    (await server.next("response.create")).begin().text("let b");
    await until(turn, "text");
    const steered = turn.steer("call it count");
    await server.next("response.steer");
    server.drop();
    const again = await server.next("response.create");
    const answer = again.begin();
    await server.next("response.steer");
    answer.event(events.steerAccepted("steer_1", answer.id));
    await steered;
    answer.incomplete("steered");
    again.begin(answer.id).text("let count = 1;").complete();
    expect(await turn).toMatchObject({ code: "let count = 1;" });
  });
});

test("closing a session stops its running responses on the server", async () => {
  const { server, session } = await resuming();
  const turn = session.respond({ input: "one" });
  const answer = (await server.next("response.create")).begin();
  answer.text("1");
  await until(turn, "text");
  const stopped = server.next("response.interrupt");
  await session.close();
  expect((await stopped).frame).toMatchObject({ response_id: answer.id });
  await expect(turn).rejects.toMatchObject({ code: "session_closed" });
});

describe("over HTTP", () => {
  async function overHttp() {
    const server = await listen();
    server.refuse = 426;
    server.resumes = true;
    return { server, session: await connect(server) };
  }

  test("an answer whose stream is cut resumes where it was", async () => {
    const { server, session } = await overHttp();
    const turn = session.respond({ input: "one" });
    const answer = (await server.next("response.create")).begin().text("1");
    await until(turn, "text");
    server.dropStreams();
    const arrival = await server.next("response.resume");
    expect(arrival.frame).toMatchObject({ response_id: answer.id, starting_after: 1 });
    arrival.resume(answer).text("2").complete();
    expect(await turn).toMatchObject({ text: "12", status: "completed" });
  });

  test("an interrupt cancels the response on the server", async () => {
    const { server, session } = await overHttp();
    const turn = session.respond({ input: "one" });
    const answer = (await server.next("response.create")).begin().text("1");
    await until(turn, "text");
    const cancelled = server.cancelled();
    await turn.interrupt();
    expect(await cancelled).toBe(answer.id);
  });

  test("closing the session rejects its turns and cancels their responses", async () => {
    const { server, session } = await overHttp();
    const turn = session.respond({ input: "one" });
    const answer = (await server.next("response.create")).begin().text("1");
    await until(turn, "text");
    const cancelled = server.cancelled();
    await session.close();
    await expect(turn).rejects.toMatchObject({ code: "session_closed" });
    expect(await cancelled).toBe(answer.id);
  });
});
