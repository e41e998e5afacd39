import { once } from "node:events";
import type { Scenario } from "@flint/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WatchedEngine } from "../door/watched-engine.fixture.ts";
import { Client, serve } from "../door/websocket/socket.fixture.ts";

const scenario: Scenario = {
  tokens_per_second: 400,
  turns: [
    { when: { contains: "long" }, steps: [{ repeat: 4000, text: "word " }] },
    { steps: [{ text: "all is well" }] },
  ],
};

/** A socket that misbehaves, with a response running on another lane of it, and a socket beside it. */
async function neighbours(limits = {}) {
  const server = await serve(scenario, { limits });
  const [bad, beside] = [await Client.connect(server), await Client.connect(server)];
  bad.create({ stream_id: "running", input: "long" });
  beside.create({ input: "long" });
  const { response } = await bad.next("response.created");
  await bad.next("response.output_text.delta");
  await beside.next("response.output_text.delta");
  return { bad, beside, running: response.id };
}

/** Both responses still run. */
async function assertRunning({ bad, beside }: { bad: Client; beside: Client }): Promise<void> {
  await bad.next("response.output_text.delta", ({ stream_id }) => stream_id === "running");
  await beside.next("response.output_text.delta");
  bad.create({ stream_id: "after" });
  await bad.next("response.completed", ({ stream_id }) => stream_id === "after");
}

describe("other lanes and sockets go on through", () => {
  const deep = (opening: string, closing: string) => opening.repeat(100_000) + closing.repeat(100_000);
  const frames: [string, string | Buffer, string][] = [
    ["text that is no JSON", "{", "invalid_json"],
    ["nothing", "", "invalid_json"],
    ["bytes that are no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), "invalid_json"],
    ["lists in lists", `{"type":"response.create","input":${deep("[", "]")}}`, "invalid_value"],
    [
      "objects in objects",
      `{"type":"response.create","input":${deep('{"a":', "}").replace("}", "1}")}}`,
      "invalid_value",
    ],
    [
      "a bomb in an unknown field",
      `{"type":"response.create","input":"a","x":${deep("[", "]")}}`,
      "invalid_value",
    ],
    ["lists that never end", "[".repeat(200_000), "invalid_json"],
    [
      "a list of 20,000 items",
      JSON.stringify({ type: "response.create", input: Array(20_000).fill({ role: "user", content: "" }) }),
      "array_above_max_length",
    ],
    [
      "a list of 2,000 tools",
      JSON.stringify({ type: "response.create", input: "", tools: Array(2000).fill({ type: "x" }) }),
      "array_above_max_length",
    ],
    [
      "a prototype",
      '{"type":"response.create","input":[{"__proto__":{"type":"message"},"role":"user"}]}',
      "missing_required_parameter",
    ],
  ];

  it.each(frames)("%s", async (_, data, code) => {
    const both = await neighbours();
    both.bad.socket.send(data, { binary: false });
    expect((await both.bad.next("error")).error.code).toBe(code);
    await assertRunning(both);
  });

  it("a binary frame", async () => {
    const both = await neighbours();
    both.bad.socket.send(Buffer.from("{}"), { binary: true });
    expect((await both.bad.next("error")).error.code).toBe("binary_frame");
    await assertRunning(both);
  });

  it("a flood of creates on one lane, of which those over the limit are refused there", async () => {
    const both = await neighbours({ queuedPerLane: 3 });
    for (let n = 0; n < 500; n++) both.bad.create({ stream_id: "flood", input: "long" });
    for (let n = 0; n < 496; n++) {
      const { status, error, stream_id } = await both.bad.next("error");
      expect([status, error.code, stream_id]).toEqual([429, "rate_limit_exceeded", "flood"]);
    }
    await assertRunning(both);
  });

  it("a flood of lanes, of which those over the limit are each refused", async () => {
    const both = await neighbours({ responsesInFlight: 64 });
    both.bad.create({ stream_id: "after" });
    await both.bad.next("response.completed");
    for (let n = 0; n < 300; n++) both.bad.create({ stream_id: `flood-${n}` });
    for (let n = 30; n < 300; n++) {
      const { error, stream_id } = await both.bad.next("error");
      expect([error.code, stream_id]).toEqual(["websocket_stream_limit_reached", `flood-${n}`]);
    }
    await assertRunning(both);
  });

  it("a flood of steers, of which those over the limit are given back and the rest get one successor", async () => {
    const engine = new WatchedEngine({
      tokens_per_second: 400,
      turns: [
        { when: { contains: "long" }, steps: [{ repeat: 4000, text: "word " }] },
        { steps: [{ repeat: 100, text: "word " }] },
        { steps: [{ text: "steered" }] },
      ],
    });
    const server = await serve(engine);
    const [client, beside] = [await Client.connect(server), await Client.connect(server)];
    for (const other of [client, beside]) {
      other.create({ stream_id: "running", input: "long" });
      await other.next("response.output_text.delta");
    }
    client.create({ flint: { steer_boundary: "item" } });
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta", ({ stream_id }) => stream_id === undefined);
    for (let n = 0; n < 200; n++) {
      client.send({ type: "response.steer", previous_response_id: response.id, input: `steer ${n}.` });
    }
    await client.completed();
    await client.completed();
    const told = (type: string) => client.frames.filter((frame) => frame.type === type);
    expect(told("response.steer.accepted")).toHaveLength(16);
    expect(told("response.steer.failed")).toHaveLength(184);
    for (const frame of told("response.steer.failed")) {
      expect(frame).toMatchObject({ error: { code: "too_many_pending_steers" }, steer: { input: [{}] } });
    }
    expect(told("response.created").filter(({ stream_id }) => stream_id === undefined)).toHaveLength(2);
    const taken = Array.from({ length: 16 }, (_, n) => ({
      role: "user",
      content: [{ text: `steer ${n}.` }],
    }));
    expect(engine.conversation.slice(-16)).toMatchObject(taken);
    await assertRunning({ bad: client, beside });
  });

  it("a flood of frames of an unknown type", async () => {
    const both = await neighbours();
    for (let n = 0; n < 2000; n++) both.bad.send({ type: "response.dance" });
    for (let n = 0; n < 2000; n++) await both.bad.next("error");
    await assertRunning(both);
  });

  it("steers and interrupts for responses of another connection", async () => {
    const both = await neighbours();
    both.beside.send({ type: "response.interrupt", response_id: both.running });
    both.beside.send({ type: "response.steer", previous_response_id: both.running, input: "no" });
    expect((await both.beside.next("response.interrupt.failed")).error.code).toBe("response_not_found");
    expect((await both.beside.next("response.steer.failed")).error.code).toBe("response_not_found");
    await assertRunning(both);
  });
});

it("a frame over the limit closes its socket with 1009 and stops only that socket's responses", async () => {
  const engine = new WatchedEngine(scenario);
  const server = await serve(engine, { limits: { frameBytes: 10_000 } });
  const [bad, beside] = [await Client.connect(server), await Client.connect(server)];
  beside.create({ input: "long" });
  await beside.next("response.output_text.delta");
  bad.create({ input: "long" });
  await bad.next("response.output_text.delta");
  const finished = once(engine, "finish");
  bad.create({ input: "x".repeat(20_000) });
  expect((await bad.untilClosed()).code).toBe(1009);
  expect((await finished)[0].reason).toBe("aborted");
  await beside.next("response.output_text.delta");
});

it("a create with arbitrary fields ends exactly once on its lane, and the socket stays usable", async () => {
  const server = await serve({ turns: [{ steps: [{ text: "all is well" }] }] });
  const client = await Client.connect(server);
  const names = [
    "model",
    "input",
    "tools",
    "tool_choice",
    "text",
    "reasoning",
    "metadata",
    "previous_response_id",
    "generate",
    "store",
    "flint",
    "include",
    "instructions",
    "max_output_tokens",
    "temperature",
  ];
  const item = fc.record(
    {
      type: fc.constantFrom(
        "message",
        "function_call_output",
        "reasoning",
        "compaction",
        "item_reference",
        "x",
      ),
      role: fc.constantFrom("user", "assistant", "robot"),
      content: fc.oneof(fc.string(), fc.jsonValue()),
      call_id: fc.string(),
      output: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const fields = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.jsonValue(), fc.array(item, { maxLength: 3 }), fc.string(), fc.boolean()),
  );
  await fc.assert(
    fc.asyncProperty(fields, async (body) => {
      const before = client.frames.length;
      client.create({ ...body, stream_id: "fuzz" });
      await client.outcome();
      await client.settle();
      const came = client.frames.slice(before);
      expect(came.every(({ stream_id }) => stream_id === "fuzz")).toBe(true);
      const ends = came.filter(({ type }) => /^(error|response\.(completed|incomplete|failed))$/.test(type));
      expect(ends).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
  client.create();
  expect(await client.outcome()).toBe("all is well");
});
