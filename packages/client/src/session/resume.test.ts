import { ApiError, events } from "@flint/protocol";
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
  test("goes on where it was, on the next one", async () => {
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

  test("is resumed before turns that wait begin", async () => {
    const { server, session } = await resuming({ concurrentTurns: 1 });
    const { turn, answer } = await cutTurn(server, session);
    const other = session.respond({ input: "two" });
    (await server.next("response.resume")).resume(answer);
    expect(server.untaken).toBe(0);
    answer.complete();
    (await server.next("response.create")).begin().complete();
    await Promise.all([turn, other]);
  });

  test("is asked for again when the server cannot say for the moment", async () => {
    const { server, session } = await resuming();
    const { turn, answer } = await cutTurn(server, session);
    (await server.next("response.resume")).refuse(new ApiError(500, "server_error", "later"));
    (await server.next("response.resume")).resume(answer).complete();
    expect(await turn).toMatchObject({ text: "1" });
  });

  test("is lost when resuming it brings nothing new too often", async () => {
    const { server, session } = await resuming({ resumes: 2 });
    const { turn } = await cutTurn(server, session);
    for (let n = 0; n < 2; n++) {
      await server.next("response.resume");
      server.drop();
    }
    await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
  });

  test("is lost when the server does not know of resuming", async () => {
    const { server, session } = await resuming({ firstEventTimeout: 50 });
    const { turn } = await cutTurn(server, session);
    await server.next("response.resume");
    await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
  });

  test("is lost when the server stopped it meanwhile", async () => {
    const { server, session } = await resuming();
    const { turn, answer } = await cutTurn(server, session);
    answer.cancel();
    (await server.next("response.resume")).resume(answer);
    await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
  });

  test("is not resumed with limits.grace of 0", async () => {
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

  test.each(["interrupt", "abort"])("is stopped after the reconnect by an %s in between", async (how) => {
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
  });
});

describe("a steer", () => {
  test("in between is answered after the reconnect, by a request of its own", async () => {
    const { server, session } = await resuming();
    const { turn, answer } = await cutTurn(server, session);
    const steered = turn.steer("shorter");
    (await server.next("response.resume")).resume(answer);
    await server.next("response.interrupt");
    answer.incomplete("interrupted");
    const arrival = await server.next("response.create");
    expect(arrival.create).toMatchObject({
      previous_response_id: answer.id,
      input: [
        { role: "assistant", status: "incomplete", content: [{ text: "1" }] },
        { role: "user", content: [{ text: "shorter" }] },
      ],
    });
    arrival.begin().text("short").complete();
    await steered;
    expect(await turn).toMatchObject({ text: "short", status: "completed" });
    expect(server.untaken).toBe(0);
  });

  test("that the server had taken unseen is answered once", async () => {
    const { server, session } = await resuming();
    const turn = session.respond({ input: "one" });
    const answer = (await server.next("response.create")).begin().text("1");
    await until(turn, "text");
    const steered = turn.steer("shorter");
    await server.next("response.steer");
    server.drop();
    answer.event(events.steerAccepted("steer_1", answer.id));
    answer.incomplete("steered");
    (await server.next("response.resume")).resume(answer);
    await steered;
    const { create, ...arrival } = await nextCreate(server);
    expect(create.input).toMatchObject([{ role: "user", content: [{ text: "shorter" }] }]);
    arrival.begin().text("short").complete();
    expect(await turn).toMatchObject({ text: "short", status: "completed" });
  });

  test("that comes too late says so", async () => {
    const { server, session } = await resuming();
    const { turn, answer } = await cutTurn(server, session);
    const steered = turn.steer("shorter");
    answer.complete();
    (await server.next("response.resume")).resume(answer);
    await expect(steered).rejects.toMatchObject({ code: "turn_ended" });
    expect(await turn).toMatchObject({ text: "1", status: "completed" });
  });

  test("that its answer's tools would have to wait for fails the turn, with what to do", async () => {
    const { server, session } = await resuming();
    const { turn, answer } = await cutTurn(server, session);
    const steered = turn.steer("shorter");
    (await server.next("response.resume")).resume(answer);
    await server.next("response.interrupt");
    answer.callTool("read").incomplete("interrupted");
    await expect(turn).rejects.toMatchObject({ code: "steer_failed", responseId: answer.id });
    await expect(steered).rejects.toMatchObject({ code: "steer_failed" });
  });

  test("waits for the answer that begins anew, where the old one is lost", async () => {
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

test("closing a session stops what runs at the server", async () => {
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

  test("an answer whose stream is cut goes on where it was", async () => {
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

  test("an interrupt has the server stop, as the request's end alone does not", async () => {
    const { server, session } = await overHttp();
    const turn = session.respond({ input: "one" });
    const answer = (await server.next("response.create")).begin().text("1");
    await until(turn, "text");
    const cancelled = server.cancelled();
    await turn.interrupt();
    expect(await cancelled).toBe(answer.id);
  });

  test("closing the session ends its turns", async () => {
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

async function nextCreate(server: ResponsesServer) {
  const arrival = await server.next("response.create");
  return { create: arrival.create, begin: () => arrival.begin() };
}
