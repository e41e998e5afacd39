import type { Scenario, ScenarioStep } from "@flint/engine";
import { assertStreamConforms } from "@flint/protocol/conformance";
import OpenAI from "openai";
import { describe, expect, it } from "vitest";
import { Client, serve } from "../door/websocket/socket.fixture.ts";

const part = ["response.content_part.added", "response.content_part.done"];

/** A step of the model, the events of its item, and the item. */
const kinds: [string, ScenarioStep, string[], object][] = [
  [
    "message",
    { text: "a b" },
    [part[0] ?? "", "response.output_text.delta", "response.output_text.done", part[1] ?? ""],
    {
      type: "message",
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", text: "a b", annotations: [], logprobs: [] }],
    },
  ],
  [
    "refusal",
    { refusal: "not this" },
    [part[0] ?? "", "response.refusal.delta", "response.refusal.done", part[1] ?? ""],
    {
      type: "message",
      role: "assistant",
      status: "completed",
      content: [{ type: "refusal", refusal: "not this" }],
    },
  ],
  [
    "reasoning",
    { reasoning: "a b" },
    [part[0] ?? "", "response.reasoning_text.delta", "response.reasoning_text.done", part[1] ?? ""],
    { type: "reasoning", summary: [], content: [{ type: "reasoning_text", text: "a b" }] },
  ],
  [
    "function_call",
    { function_call: { name: "run", arguments: { a: 1 }, namespace: "mcp", call_id: "c" } },
    ["response.function_call_arguments.delta", "response.function_call_arguments.done"],
    {
      type: "function_call",
      status: "completed",
      call_id: "c",
      name: "run",
      namespace: "mcp",
      arguments: '{"a":1}',
    },
  ],
  [
    "custom_tool_call",
    { custom_tool_call: { name: "patch", input: "*** Begin", call_id: "c" } },
    ["response.custom_tool_call_input.delta", "response.custom_tool_call_input.done"],
    { type: "custom_tool_call", status: "completed", call_id: "c", name: "patch", input: "*** Begin" },
  ],
];

/** A refusal is a message. */
const itemTypes = kinds.map(([kind]) => (kind === "refusal" ? "message" : kind));

describe.each([undefined, "lane"])("on the lane %s", (lane) => {
  it.each(kinds)("a %s item has its events in order", async (_, step, inner, item) => {
    const client = await Client.connect(await serve({ turns: [{ steps: [step] }] }));
    client.create(lane === undefined ? {} : { stream_id: lane });
    const response = await client.completed();
    await client.settle();
    const types = client.types().filter((type, at, all) => type !== all[at - 1]);
    expect(types).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      ...inner,
      "response.output_item.done",
      "response.completed",
    ]);
    expect(client.frames.map(({ sequence_number }) => sequence_number)).toEqual(
      client.frames.map((_, at) => at),
    );
    expect(client.frames.every(({ stream_id }) => stream_id === lane)).toBe(true);
    expect(response.output).toMatchObject([item]);
    const done = client.frames.find(({ type }) => type === "response.output_item.done");
    expect(done).toMatchObject({ output_index: 0, item: response.output[0] });
    assertStreamConforms(client.frames);
  });
});

const everything: Scenario = { turns: [{ steps: kinds.map(([, step]) => step) }] };

it("several items come in order, and all are in the final response", async () => {
  const client = await Client.connect(await serve(everything));
  client.create();
  const response = await client.completed();
  expect(response.output.map(({ type }) => type)).toEqual(itemTypes);
  expect(response.usage?.total_tokens).toBe(
    (response.usage?.input_tokens ?? 0) + (response.usage?.output_tokens ?? 0),
  );
  expect(response.usage?.output_tokens_details.reasoning_tokens).toBeGreaterThan(0);
  assertStreamConforms(client.frames);
});

it("the openai package's strict stream helper accepts every kind of item", async () => {
  const server = await serve(everything);
  const { responses } = new OpenAI({ baseURL: server.url, apiKey: "none", maxRetries: 0 });
  const final = await responses.stream({ model: "script", input: "a" }).finalResponse();
  expect(final.output.map(({ type }) => type)).toEqual(itemTypes);
});

it.each<[string, Scenario, object, string]>([
  ["completed", everything, {}, "response.completed"],
  ["incomplete", everything, { max_output_tokens: 1 }, "response.incomplete"],
  [
    "failed",
    { turns: [{ steps: [{ text: "a" }, { error: { code: "engine_crashed", message: "it died" } }] }] },
    {},
    "response.failed",
  ],
])("a response sends exactly one terminal event (%s), as its last", async (_, scenario, fields, terminal) => {
  const client = await Client.connect(await serve(scenario, { limits: { keepAlive: 5 } }));
  client.create(fields);
  await client.next(terminal as "response.completed");
  await client.settle();
  expect(client.types().at(-1)).toBe(terminal);
  expect(
    client.types().filter((type) => /^response\.(completed|incomplete|failed)$/.test(type)),
  ).toHaveLength(1);
  assertStreamConforms(client.frames);
});
