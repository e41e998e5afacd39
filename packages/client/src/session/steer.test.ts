import { ApiError, events } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import { connect, eventsOf, listen, until } from "./session.fixture.ts";

describe("a steered edit", () => {
  test("continues with the response that the steer begins", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.edit({ code: "let a = 1;", instruction: "rename a" });
    const arrival = await server.next("response.create");
    const first = arrival.begin().text("let bad");
    await until(turn, "text");
    const steered = turn.steer("call it count");
    const { frame } = await server.next("response.steer");
    expect(frame).toEqual({
      type: "response.steer",
      previous_response_id: first.id,
      input: [{ type: "message", role: "user", content: [{ type: "input_text", text: "call it count" }] }],
      flint: { request_id: expect.stringMatching(/^steer_/) },
    });
    first.event(events.steerAccepted("steer_1", first.id));
    expect((await steered).milliseconds).toBeGreaterThan(0);
    first.incomplete("steered");
    const second = arrival.begin(first.id).text("let count = 1;");
    second.complete();
    const result = await turn;
    expect(result).toMatchObject({ code: "let count = 1;", status: "completed", responseId: second.id });
    expect(result.timings.steer_ms).toHaveLength(1);
    expect((await eventsOf(turn)).map((event) => event.type)).toEqual([
      "text",
      "restart",
      "text",
      "hunk",
      "timings",
    ]);
  });

  test("continues with the steer's response, even if the acknowledgement came too late", async () => {
    const server = await listen();
    const session = await connect(server, { limits: { acknowledgementTimeout: 20 } });
    const turn = session.edit({ code: "let a = 1;", instruction: "rename a" });
    const arrival = await server.next("response.create");
    const first = arrival.begin().text("let bad");
    await until(turn, "text");
    const late = expect(turn.steer("call it count")).rejects.toMatchObject({ code: "timeout" });
    await server.next("response.steer");
    await late;
    first.event(events.steerAccepted("steer_1", first.id));
    first.incomplete("steered");
    const second = arrival.begin(first.id).text("let count = 1;");
    second.complete();
    expect(await turn).toMatchObject({
      code: "let count = 1;",
      status: "completed",
      responseId: second.id,
    });
  });

  test("continues with the steer's response, even if the steer was never acknowledged", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.edit({ code: "let a = 1;", instruction: "rename a" });
    const arrival = await server.next("response.create");
    const first = arrival.begin().text("let bad");
    await until(turn, "text");
    const steered = turn.steer("call it count");
    await server.next("response.steer");
    first.incomplete("steered");
    arrival.begin(first.id).text("let count = 1;").complete();
    await expect(steered).rejects.toMatchObject({ code: "turn_ended" });
    expect(await turn).toMatchObject({ code: "let count = 1;", status: "completed" });
  });

  test("that is interrupted before its next response begins does not mix with other turns", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.respond({ input: "one" });
    const arrival = await server.next("response.create");
    const first = arrival.begin().text("one");
    await until(turn, "text");
    const steered = turn.steer("and more");
    await server.next("response.steer");
    first.event(events.steerAccepted("steer_1", first.id));
    await steered;
    void turn.interrupt();
    await server.next("response.interrupt");
    first.incomplete("steered");
    expect((await turn).status).toBe("interrupted");

    const next = session.respond({ input: "two" });
    const asked = await server.next("response.create");
    const second = arrival.begin(first.id).text("more of one");
    const { frame } = await server.next("response.interrupt");
    expect(frame).toMatchObject({ response_id: second.id });
    second.incomplete("interrupted");
    asked.begin().text("two").complete();
    expect((await next).text).toBe("two");

    const last = session.respond({ input: "three" });
    (await server.next("response.create")).begin().text("three").complete();
    expect((await last).text).toBe("three");
  });

  test("continues as before when the steer is refused", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.optimizeCode("let a = 1;");
    const answer = (await server.next("response.create")).begin().text("let a");
    await until(turn, "text");
    const steered = turn.steer("faster");
    const { frame } = await server.next("response.steer");
    if (frame.type !== "response.steer") throw new Error("no steer");
    answer.event(
      events.steerFailed(
        { previous_response_id: answer.id, input: frame.input },
        new ApiError(400, "steering_not_supported", "not by this model"),
      ),
    );
    await expect(steered).rejects.toMatchObject({
      code: "steer_failed",
      serverCode: "steering_not_supported",
    });
    answer.text(" = 2;").complete();
    expect(await turn).toMatchObject({ code: "let a = 2;" });
    await expect(turn.steer("again")).rejects.toMatchObject({ code: "turn_ended" });
  });

  test("fails when an accepted steer cannot be answered", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.optimizeCode("let a = 1;");
    const answer = (await server.next("response.create")).begin().text("let a");
    await until(turn, "text");
    const steered = turn.steer("faster");
    await server.next("response.steer");
    answer.event(events.steerAccepted("steer_1", answer.id));
    await steered;
    answer.incomplete("steered");
    answer.event(
      events.steerFailed(
        { id: "steer_1", previous_response_id: answer.id, input: [] },
        new ApiError(400, "successor_creation_failed", "no room"),
      ),
    );
    await expect(turn).rejects.toMatchObject({
      code: "steer_failed",
      serverCode: "successor_creation_failed",
    });
  });

  test("sends a steer that was given before the response began as soon as it has begun", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.optimizeCode("let a = 1;");
    const steered = turn.steer("faster");
    const arrival = await server.next("response.create");
    const first = arrival.begin();
    await server.next("response.steer");
    first.event(events.steerAccepted("steer_1", first.id));
    await steered;
    first.incomplete("steered");
    arrival.begin(first.id).text("let a = 2;").complete();
    expect(await turn).toMatchObject({ code: "let a = 2;" });
  });

  test("that is interrupted before the steer's response begins stops that response as well", async () => {
    const server = await listen();
    const session = await connect(server, { limits: { concurrentTurns: 1 } });
    const turn = session.optimizeCode("let a = 1;");
    const arrival = await server.next("response.create");
    const first = arrival.begin().text("let a");
    await until(turn, "text");
    const steered = turn.steer("faster");
    await server.next("response.steer");
    first.event(events.steerAccepted("steer_1", first.id));
    await steered;
    first.incomplete("steered");
    first.event(events.keepalive());
    await until(turn, "progress");
    await turn.interrupt();
    expect(await turn).toMatchObject({ status: "interrupted" });

    const next = session.optimizeCode("let b = 1;");
    const second = arrival.begin(first.id);
    expect((await server.next("response.interrupt")).frame).toMatchObject({ response_id: second.id });
    expect(server.untaken).toBe(0);
    second.incomplete("interrupted");
    (await server.next("response.create")).begin().text("let b = 2;").complete();
    expect(await next).toMatchObject({ code: "let b = 2;" });
  });
});
