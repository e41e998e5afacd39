import { setImmediate as nextTurn } from "node:timers/promises";
import type { Scenario } from "@flint/engine";
import type { ServerFrame } from "@flint/protocol";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../store/index.ts";
import { SteppedEngine } from "../stepped-engine.fixture.ts";
import { Client, serve, textOf } from "./socket.fixture.ts";

const long: Scenario = {
  tokens_per_second: 500,
  turns: [
    { steps: [{ repeat: 500, text: "word " }] },
    { when: { contains: "more" }, steps: [{ text: "well" }] },
  ],
};
const endless: Scenario = {
  tokens_per_second: 200,
  turns: [{ steps: [{ repeat: 100_000, text: "word " }] }],
};
const calling: Scenario = {
  tokens_per_second: 100,
  turns: [
    { steps: [{ function_call: { name: "run", arguments: '{"a":[1,2,3,4]}', call_id: "call_1" } }] },
    { when: { last: "function_call_output" }, steps: [{ text: "used both" }] },
  ],
};
const GRACE = { grace: 10_000 };

function isOf(id: string) {
  return (frame: { response: { id: string } }) => frame.response.id === id;
}

function numbered(frames: readonly ServerFrame[]): readonly number[] {
  return frames.map((frame) => frame.sequence_number ?? -1);
}

/** Cuts the connection without a close frame, as a lost network does. */
async function cut(client: Client): Promise<void> {
  client.socket.terminate();
  await client.untilClosed();
}

describe("response.resume", () => {
  it("goes on where a lost connection stopped, over many cuts, with no event missing or repeated", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 2000 }]]);
    const step = (count: number) => engine.steps(count);
    const server = await serve(engine);
    let client = await Client.connect(server);
    client.create({ store: false, flint: GRACE });
    const { response } = await client.next("response.created");
    await step(1);
    const frames: ServerFrame[] = [];
    for (let cuts = 0; cuts < 50; cuts++) {
      await step(1 + (cuts % 7));
      await client.next("response.output_text.delta");
      // Some of these arrive before the cut, some are lost on the way, and some come while nobody is there.
      await step(cuts % 5);
      const lost = cut(client);
      await step(cuts % 3);
      await lost;
      frames.push(...client.frames);
      client = await Client.connect(server);
      const starting_after = numbered(frames).at(-1);
      client.send({ type: "response.resume", response_id: response.id, starting_after });
    }
    const end = client.next("response.completed");
    while ((await Promise.race([end, nextTurn()])) === undefined) engine.step(0);
    frames.push(...client.frames);
    expect(numbered(frames)).toEqual(frames.map((_, at) => at));
    assertStreamConforms(frames);
    expect(frames.filter(({ type }) => type === "response.output_text.delta")).toHaveLength(2000);
    expect(textOf((await end).response)).toBe("x".repeat(2000));
  });

  it("replays a finished response on the lane that asks, from any number", async () => {
    const server = await serve(long);
    const first = await Client.connect(server);
    first.create({ store: true, stream_id: "old" });
    const { response } = await first.next("response.completed");
    const second = await Client.connect(server);
    second.send({ type: "response.resume", response_id: response.id, stream_id: "new" });
    await second.next("response.completed", isOf(response.id));
    const onNew = first.frames.map((frame) => ({ ...frame, stream_id: "new" }));
    expect(second.frames).toEqual(onNew);

    const third = await Client.connect(server);
    third.send({ type: "response.resume", response_id: response.id, starting_after: 100 });
    await third.next("response.completed");
    const later = first.frames.slice(101).map(({ stream_id: _, ...frame }) => frame);
    expect(third.frames).toEqual(later);
  });

  it("refuses to start after an event that does not exist, whether the response runs or is over", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 3 }]]);
    const server = await serve(engine);
    const first = await Client.connect(server);
    first.create({ flint: GRACE });
    const { response } = await first.next("response.created");
    await engine.steps(2);
    const { sequence_number } = await first.next("response.output_text.delta");
    const second = await Client.connect(server);
    const resume = (starting_after: number) =>
      second.send({ type: "response.resume", response_id: response.id, starting_after });
    const ahead = { code: "invalid_value", param: "starting_after" };
    resume(sequence_number + 1);
    expect((await second.next("error")).error).toMatchObject(ahead);

    await engine.steps(2);
    const end = await first.next("response.completed");
    resume(end.sequence_number + 1);
    expect((await second.next("error")).error).toMatchObject(ahead);
    first.send({ type: "response.steer", previous_response_id: response.id, input: "late" });
    const late = await first.next("response.steer.failed");
    resume(late.sequence_number + 1);
    expect((await second.next("error")).error).toMatchObject(ahead);
    // It has everything, and the lane goes on.
    for (const number of [end.sequence_number, late.sequence_number]) resume(number);
    resume(end.sequence_number - 1);
    expect((await second.next("response.completed")).sequence_number).toBe(end.sequence_number);
    expect(second.frames).toHaveLength(4);
  });

  it("waits its turn on a lane, and the lane goes on after it", async () => {
    const server = await serve(long);
    const first = await Client.connect(server);
    first.create({ store: true });
    const { response } = await first.next("response.created");
    const second = await Client.connect(server);
    second.create({ input: "more" });
    second.send({ type: "response.resume", response_id: response.id });
    second.create({ input: "more" });
    const own = await second.completed();
    await second.next("response.completed", isOf(response.id));
    const last = await second.completed();
    expect(new Set([own.id, response.id, last.id]).size).toBe(3);
    assertStreamConforms(second.frames);
  });

  it("takes over the response: it can be steered and interrupted, and its successor runs on the new lane", async () => {
    const server = await serve({ ...endless, turns: [...endless.turns, ...long.turns.slice(1)] });
    const first = await Client.connect(server);
    first.create({ store: false, flint: GRACE });
    const { response } = await first.next("response.created");
    await first.next("response.output_text.delta");
    await cut(first);

    const second = await Client.connect(server);
    second.send({ type: "response.resume", response_id: response.id, stream_id: "again" });
    await second.next("response.output_text.delta");
    second.send({ type: "response.steer", previous_response_id: response.id, input: "go on" });
    const accepted = await second.next("response.steer.accepted");
    expect(accepted.stream_id).toBe("again");
    const steered = await second.next("response.incomplete", isOf(response.id));
    expect(steered.response.incomplete_details).toEqual({ reason: "steered" });
    const next = await second.next("response.created");
    expect(next).toMatchObject({ stream_id: "again", response: { previous_response_id: response.id } });
    await second.next("response.output_text.delta");

    second.send({ type: "response.interrupt", response_id: next.response.id });
    await second.next("response.interrupt.accepted");
    const end = await second.next("response.incomplete");
    expect(end.response.incomplete_details).toEqual({ reason: "interrupted" });
    second.create({ input: "more", previous_response_id: next.response.id, stream_id: "again" });
    const last = await second.completed();
    expect(last.previous_response_id).toBe(next.response.id);
    expect(textOf(last)).toBe("well");
    assertStreamConforms(second.frames);
  });

  it("leaves a response to its first connection if the requested events were dropped", async () => {
    const store = createMemoryStore({ limits: { logEvents: 4 } });
    const server = await serve({ ...endless, turns: [...endless.turns, ...long.turns.slice(1)] }, { store });
    const first = await Client.connect(server);
    first.create({ store: true });
    const { response } = await first.next("response.created");
    for (let n = 0; n < 8; n++) await first.next("response.output_text.delta");
    const second = await Client.connect(server);
    second.send({ type: "response.resume", response_id: response.id, starting_after: 0 });
    expect((await second.next("error")).error.code).toBe("events_dropped");
    first.send({ type: "response.steer", previous_response_id: response.id, input: "go on" });
    await first.next("response.incomplete", isOf(response.id));
    expect((await first.next("response.created")).response.previous_response_id).toBe(response.id);
  });

  it("lets a client that has seen the last event continue the response", async () => {
    const server = await serve(long);
    const first = await Client.connect(server);
    first.create({ store: false, flint: GRACE });
    const { sequence_number, response } = await first.next("response.completed");
    await cut(first);
    const second = await Client.connect(server);
    second.send({ type: "response.resume", response_id: response.id, starting_after: sequence_number });
    second.create({ previous_response_id: response.id, input: "more", store: false });
    expect((await second.completed()).previous_response_id).toBe(response.id);
  });

  it("takes along steers that wait for tool outputs", async () => {
    const server = await serve(calling);
    const first = await Client.connect(server);
    first.create({ flint: { ...GRACE, steer_boundary: "item" } });
    const { response } = await first.next("response.created");
    await first.next("response.output_item.added");
    first.send({ type: "response.steer", previous_response_id: response.id, input: "and be brief" });
    await first.next("response.steer.accepted");
    await first.next("response.steer.pending");

    const second = await Client.connect(server);
    second.send({ type: "response.resume", response_id: response.id });
    await second.next("response.steer.pending");
    const output = { type: "function_call_output", call_id: "call_1", output: "done" };
    second.create({ previous_response_id: response.id, input: [output], store: true });
    const { id, output: answered } = await second.completed();
    expect(answered).toMatchObject([{ content: [{ text: "used both" }] }]);
    const items = await (await fetch(`${server.url}/responses/${id}/input_items?order=asc`)).json();
    expect(items.data).toMatchObject([{ role: "user" }, { type: "function_call_output" }]);

    // It is of no use to the first one any more.
    first.create({ previous_response_id: response.id, input: [output] });
    await first.completed();
  });

  it("begins the successor of a response that ended steered while nobody was connected", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 3 }], [{ kind: "text", bursts: 1 }]]);
    const server = await serve(engine);
    const first = await Client.connect(server);
    first.create({ flint: { ...GRACE, steer_boundary: "item" } });
    const { response } = await first.next("response.created");
    await engine.steps(2);
    await first.next("response.output_text.delta");
    first.send({ type: "response.steer", previous_response_id: response.id, input: "shorter" });
    await first.next("response.steer.accepted");
    await cut(first);
    await engine.steps(2);

    const second = await Client.connect(server);
    second.send({ type: "response.resume", response_id: response.id, starting_after: 3, stream_id: "again" });
    const ended = await second.next("response.completed");
    expect(ended.response.id).toBe(response.id);
    const { response: next } = await second.next("response.created");
    expect(next.previous_response_id).toBe(response.id);
    await engine.steps(2);
    const end = await second.next("response.completed");
    expect(end).toMatchObject({ stream_id: "again", response: { id: next.id } });
    // The thread was kept for it: the conversation is prefilled once more by the successor alone.
    expect(engine.prompts).toHaveLength(2);
  });

  it("follows on to a successor that began unseen", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 3 }], [{ kind: "text", bursts: 2 }]]);
    const server = await serve(engine);
    const first = await Client.connect(server);
    first.create({ flint: GRACE });
    const { response } = await first.next("response.created");
    await engine.steps(2);
    await first.next("response.output_text.delta");
    first.send({ type: "response.steer", previous_response_id: response.id, input: "shorter" });
    await first.next("response.incomplete");
    await first.next("response.created");
    await engine.steps(2);
    await cut(first);

    const second = await Client.connect(server);
    second.send({ type: "response.resume", response_id: response.id, stream_id: "again" });
    await second.next("response.incomplete");
    const { response: next } = await second.next("response.created");
    second.send({ type: "response.steer", previous_response_id: next.id, input: "longer" });
    await second.next("response.steer.accepted");
    await second.next("response.incomplete", isOf(next.id));
    const { response: third } = await second.next("response.created");
    expect(third.previous_response_id).toBe(next.id);
    await engine.steps(4);
    expect((await second.completed()).id).toBe(third.id);
    expect(new Set(second.frames.map(({ stream_id }) => stream_id))).toEqual(new Set(["again"]));
    assertStreamConforms(second.frames);
  });

  it("reports a late steer and interrupt after the response's events, numbered without gaps", async () => {
    const server = await serve(long);
    const first = await Client.connect(server);
    first.create({ flint: GRACE });
    const { response } = await first.next("response.completed");
    const second = await Client.connect(server);
    second.send({ type: "response.resume", response_id: response.id });
    await second.next("response.created");
    second.send({ type: "response.steer", previous_response_id: response.id, input: "shorter" });
    second.send({ type: "response.interrupt", response_id: response.id });
    const refused = await second.next("response.steer.failed");
    const late = await second.next("response.interrupt.failed");
    const whole = second.frames;
    expect(refused.error.code).toBe("response_already_completed");
    expect(late.error.code).toBe("response_not_active");
    expect(numbered(whole)).toEqual(whole.map((_, at) => at));
  });

  it("lets a client steer a response that was begun over HTTP", async () => {
    const server = await serve({ ...endless, turns: [...endless.turns, ...long.turns.slice(1)] });
    const stream = await fetch(`${server.url}/responses`, {
      method: "POST",
      body: JSON.stringify({ input: "go", stream: true, flint: GRACE }),
    });
    const reader = stream.body?.getReader();
    const begun = await reader?.read();
    const [id = ""] = /resp_\w+/.exec(new TextDecoder().decode(begun?.value)) ?? [];
    const client = await Client.connect(server);
    client.send({ type: "response.resume", response_id: id });
    await client.next("response.output_text.delta");
    await reader?.cancel();
    client.send({ type: "response.steer", previous_response_id: id, input: "say more" });
    await client.next("response.incomplete", isOf(id));
    expect(textOf(await client.completed())).toBe("well");
  });

  it("answers an unknown response with an error on its lane, and the connection goes on", async () => {
    const server = await serve(long);
    const client = await Client.connect(server);
    client.send({ type: "response.resume", response_id: "resp_unknown", stream_id: "a" });
    const error = await client.next("error");
    expect(error).toMatchObject({ status: 404, stream_id: "a", error: { code: "response_not_found" } });
    client.create({ input: "more" });
    expect(textOf(await client.completed())).toBe("well");
  });
});
