import type { Scenario } from "@flint/engine";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { SteppedEngine } from "../stepped-engine.fixture.ts";
import { WatchedEngine } from "../watched-engine.fixture.ts";
import { Client, serve, textOf } from "./socket.fixture.ts";

const steered = { when: { contains: "instead" }, steps: [{ text: "the other way" }] };

const long: Scenario = {
  tokens_per_second: 300,
  turns: [{ steps: [{ repeat: 4000, text: "word " }] }, steered],
};

function steer(id: string, input: unknown = "do it instead"): object {
  return { type: "response.steer", previous_response_id: id, input };
}

describe("response.steer at the step boundary", () => {
  it("keeps the partial message and begins a successor with the same settings", async () => {
    const server = await serve(long);
    const client = await Client.connect(server);
    client.create({ stream_id: "a", instructions: "be kind", metadata: { k: "v" } });
    const first = (await client.next("response.created")).response;
    await client.next("response.output_text.delta");
    client.send(steer(first.id));
    const accepted = await client.next("response.steer.accepted");
    expect(accepted.steer.previous_response_id).toBe(first.id);
    const end = await client.next("response.incomplete");
    expect(end.response.incomplete_details).toEqual({ reason: "steered" });
    expect(end.response.output).toMatchObject([{ type: "message", status: "incomplete" }]);
    expect(textOf(end.response)).toMatch(/^word/);
    expect(end.response.flint?.timings?.stop_ms).toBeLessThan(1000);
    const deltas = client.frames
      .slice(client.frames.indexOf(accepted))
      .filter((f) => f.type.endsWith(".delta"));
    expect(deltas.length).toBeLessThanOrEqual(1);

    const second = (await client.next("response.created")).response;
    expect(second).toMatchObject({
      previous_response_id: first.id,
      instructions: "be kind",
      metadata: { k: "v" },
      store: false,
    });
    const answer = await client.completed();
    expect(answer.id).toBe(second.id);
    expect(textOf(answer)).toBe("the other way");
    expect(answer.flint?.timings?.steer_ms).toBeGreaterThan(0);
    expect(answer.usage?.input_tokens_details.cached_tokens).toBeGreaterThan(0);
    expect(client.frames.every((frame) => frame.stream_id === "a")).toBe(true);
    assertStreamConforms(client.frames);
  });

  it("stops a prefill and ends the response without items", async () => {
    const server = await serve({ ...long, prefill_tokens_per_second: 2000 });
    const client = await Client.connect(server);
    client.create({ input: "word ".repeat(1200) });
    const { response } = await client.next("response.in_progress");
    client.send(steer(response.id));
    expect((await client.next("response.incomplete")).response.output).toEqual([]);
    expect(textOf(await client.completed())).toBe("the other way");
  });

  it("applies several steers in one successor", async () => {
    const engine = new WatchedEngine(long);
    const client = await Client.connect(await serve(engine));
    client.create({ flint: { steer_boundary: "item" }, max_output_tokens: 200 });
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    client.send(steer(response.id, "do it instead"));
    client.send(steer(response.id, [{ role: "user", content: "do it instead please" }]));
    await client.next("response.steer.accepted");
    await client.next("response.steer.accepted");
    await client.next("response.incomplete");
    expect((await client.completed()).previous_response_id).toBe(response.id);
    expect(engine.conversation.slice(-2)).toMatchObject([
      { role: "user", content: [{ text: "do it instead" }] },
      { role: "user", content: "do it instead please" },
    ]);
    expect(client.types().filter((type) => type === "response.created")).toHaveLength(2);
  });
});

describe("response.steer at the item boundary", () => {
  it("finishes the current item and begins no other", async () => {
    const server = await serve({
      tokens_per_second: 300,
      turns: [{ steps: [{ reasoning: "one two three four five six" }, { text: "never said" }] }, steered],
    });
    const client = await Client.connect(server);
    client.create({ flint: { steer_boundary: "item" } });
    const { response } = await client.next("response.created");
    await client.next("response.reasoning_text.delta");
    client.send(steer(response.id));
    const end = await client.next("response.incomplete");
    expect(end.response.output).toMatchObject([
      { type: "reasoning", status: "completed", content: [{ text: "one two three four five six" }] },
    ]);
    expect(textOf(await client.completed())).toBe("the other way");
    assertStreamConforms(client.frames);
  });

  it("is followed by a successor when the response completes", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 3 }], [{ kind: "text", bursts: 1 }]]);
    const server = await serve(engine);
    const client = await Client.connect(server);
    client.create({ flint: { steer_boundary: "item" } });
    const { response } = await client.next("response.created");
    await engine.steps(2);
    await client.next("response.output_text.delta");
    client.send(steer(response.id));
    await client.next("response.steer.accepted");
    await engine.steps(4);
    expect(textOf(await client.completed())).toBe("xxx");
    expect(textOf(await client.completed())).toBe("x");
  });
});

describe("response.steer and tool calls", () => {
  const calling: Scenario = {
    tokens_per_second: 300,
    turns: [
      {
        steps: [
          { function_call: { name: "run", arguments: '{"a":[1,2,3,4,5,6,7,8]}', call_id: "call_1" } },
          { repeat: 200, text: "a tail that the steer cuts off " },
        ],
      },
      { when: { last: "function_call_output" }, steps: [{ text: "used both" }] },
    ],
  };

  it("finishes the call, completes the response, and waits for the call's output", async () => {
    const server = await serve(calling);
    const client = await Client.connect(server);
    client.create();
    const { response } = await client.next("response.created");
    await client.next("response.function_call_arguments.delta");
    client.send(steer(response.id, "do it instead"));
    client.send(steer(response.id, "and quickly"));
    const { steer: first } = await client.next("response.steer.accepted");
    const done = await client.completed();
    expect(done.output).toMatchObject([
      { type: "function_call", status: "completed", arguments: '{"a":[1,2,3,4,5,6,7,8]}' },
    ]);
    const pending = await client.next("response.steer.pending");
    expect(pending).toMatchObject({
      steer: { id: first.id, previous_response_id: response.id },
      reason: "waiting_for_required_input",
      required_input: [{ type: "function_call_output", call_id: "call_1", name: "run" }],
    });
    await client.next("response.steer.pending");
    client.send(steer(response.id));
    expect((await client.next("response.steer.failed")).error.code).toBe("response_already_completed");

    const before = done.usage?.total_tokens ?? 0;
    client.create({
      previous_response_id: response.id,
      metadata: { own: "settings" },
      input: [{ type: "function_call_output", call_id: "call_1", output: "x" }],
    });
    const next = await client.completed();
    expect(textOf(next)).toBe("used both");
    expect(next.metadata).toEqual({ own: "settings" });
    // The steers' words are in the prompt, before the output.
    expect(next.usage?.input_tokens).toBeGreaterThan(before + 5);
    assertStreamConforms(client.frames);
  });

  it("also finishes a message that follows a call, and begins no other item", async () => {
    const engine = new SteppedEngine([
      [
        { kind: "call", bursts: 1 },
        { kind: "text", bursts: 3 },
        { kind: "call", bursts: 1 },
      ],
    ]);
    const server = await serve(engine);
    const client = await Client.connect(server);
    client.create();
    const { response } = await client.next("response.created");
    await engine.steps(3);
    await client.next("response.output_text.delta");
    client.send(steer(response.id));
    await client.next("response.steer.accepted");
    await engine.steps(3);
    const { output } = await client.completed();
    expect(output).toMatchObject([
      { type: "function_call", status: "completed" },
      { type: "message", status: "completed", content: [{ text: "xxx" }] },
    ]);
    expect(output).toHaveLength(2);
    await client.next("response.steer.pending");
  });

  it("keeps waiting steers for their own lane, not for a fork", async () => {
    const server = await serve(calling);
    const client = await Client.connect(server);
    client.create();
    const { response } = await client.next("response.created");
    await client.next("response.function_call_arguments.delta");
    client.send(steer(response.id));
    await client.next("response.steer.pending");
    const outputs = [{ type: "function_call_output", call_id: "call_1", output: "x" }];
    client.create({ previous_response_id: response.id, stream_id: "fork", input: outputs });
    const fork = await client.completed();
    client.create({ previous_response_id: response.id, input: outputs });
    const own = await client.completed();
    expect(own.usage?.input_tokens).toBeGreaterThan(fork.usage?.input_tokens ?? Number.NaN);
  });

  it("gives waiting steers back when the response that they wait on is evicted", async () => {
    const server = await serve(calling);
    const client = await Client.connect(server);
    client.create();
    const { response } = await client.next("response.created");
    await client.next("response.function_call_arguments.delta");
    client.send(steer(response.id, "do it instead"));
    await client.next("response.steer.pending");
    client.create({ previous_response_id: response.id, model: "nope" });
    await client.next("error");
    const failed = await client.next("response.steer.failed");
    expect(failed.error.code).toBe("successor_creation_failed");
    expect(failed.steer).toMatchObject({ previous_response_id: response.id });
    expect(failed.steer.id).toMatch(/^steer_/);
    expect(JSON.stringify(failed.steer.input)).toContain("do it instead");
  });
});

describe("a steer that cannot be applied", () => {
  it("fails for an unknown response, without an id", async () => {
    const server = await serve(long);
    const client = await Client.connect(server);
    client.send(steer("resp_none"));
    const failed = await client.next("response.steer.failed");
    expect(failed.error.code).toBe("response_not_found");
    expect(failed.steer.id).toBeUndefined();
  });

  it.each([
    ["an empty list", { input: [] }],
    ["another role", { input: [{ role: "developer", content: "x" }] }],
    ["a tool output", { input: [{ type: "function_call_output", call_id: "c", output: "x" }] }],
    ["a lane name", { input: "x", stream_id: "a" }],
  ])("fails for %s, and the response goes on", async (_, fields) => {
    const server = await serve({ tokens_per_second: 20, turns: [{ steps: [{ text: "a b c d e f" }] }] });
    const client = await Client.connect(server);
    client.create();
    const { response } = await client.next("response.created");
    client.send({ type: "response.steer", previous_response_id: response.id, ...fields });
    const failed = await client.next("response.steer.failed");
    expect(failed.error.code).toBe("invalid_input");
    expect(textOf(await client.completed())).toBe("a b c d e f");
    const numbers = client.frames.map((frame) => frame.sequence_number);
    expect(numbers).toEqual(numbers.map((_number, at) => at));
  });

  it("fails if it exceeds its connection's request bytes", async () => {
    const server = await serve(long, { limits: { requestBytes: 10_000 } });
    const client = await Client.connect(server);
    client.create({ flint: { steer_boundary: "item" } });
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    const large = { ...steer(response.id), input: "x".repeat(6_000) };
    client.send(large);
    client.send(large);
    await client.next("response.steer.accepted");
    expect((await client.next("response.steer.failed")).error.code).toBe("too_many_pending_steers");
    client.send({ type: "response.interrupt", response_id: response.id });
    await client.next("response.steer.failed");
    client.create({ input: large.input });
    await client.next("response.created");
  });

  it("fails over the limit of pending steers", async () => {
    const server = await serve(long, { limits: { pendingSteers: 1 } });
    const client = await Client.connect(server);
    client.create({ flint: { steer_boundary: "item" } });
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    client.send(steer(response.id));
    client.send(steer(response.id));
    expect((await client.next("response.steer.failed")).error.code).toBe("too_many_pending_steers");
  });

  it("fails after the response's end, with a code for how it ended", async () => {
    const server = await serve({
      turns: [
        { when: { contains: "fail" }, steps: [{ error: { code: "engine_crashed", message: "it died" } }] },
        { steps: [{ text: "well" }] },
      ],
    });
    const client = await Client.connect(server);
    client.create();
    client.send(steer((await client.completed()).id));
    expect((await client.next("response.steer.failed")).error.code).toBe("response_already_completed");
    client.create({ input: "fail" });
    client.send(steer((await client.next("response.failed")).response.id));
    expect((await client.next("response.steer.failed")).error.code).toBe("response_not_active");
  });

  it("is given back when the response is interrupted or fails", async () => {
    const server = await serve({
      tokens_per_second: 300,
      turns: [
        {
          when: { contains: "fail" },
          steps: [{ repeat: 60, text: "word " }, { error: { code: "engine_crashed", message: "it died" } }],
        },
        ...long.turns,
      ],
    });
    const client = await Client.connect(server);
    client.create({ input: "fail", flint: { steer_boundary: "item" } });
    const failing = (await client.next("response.created")).response;
    await client.next("response.output_text.delta");
    client.send(steer(failing.id));
    await client.next("response.failed");
    expect((await client.next("response.steer.failed")).error.code).toBe("successor_creation_failed");

    client.create({ flint: { steer_boundary: "item" } });
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    client.send(steer(response.id));
    client.send({ type: "response.interrupt", response_id: response.id });
    expect((await client.next("response.incomplete")).response.incomplete_details?.reason).toBe(
      "interrupted",
    );
    expect((await client.next("response.steer.failed")).error.code).toBe("successor_creation_failed");
  });
});
