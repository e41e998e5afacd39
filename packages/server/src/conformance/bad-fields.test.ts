import type { Scenario } from "@flint/engine";
import { expect, it } from "vitest";
import { Client, serve } from "../door/websocket/socket.fixture.ts";

const scenario: Scenario = {
  tokens_per_second: 400,
  turns: [
    { when: { contains: "long" }, steps: [{ repeat: 100_000, text: "word " }] },
    { steps: [{ text: "well" }] },
  ],
};

const message = (fields: object) => [{ role: "user", content: "a", ...fields }];
const keys = (count: number) => Object.fromEntries([...Array(count).keys()].map((at) => [at, ""]));

/** Each field of a create, with values of a wrong type, out of range, too long or too many. */
const fields: Record<string, readonly unknown[]> = {
  model: ["", 5, true, {}, []],
  previous_response_id: [5, true, {}, []],
  instructions: [5, true, {}, []],
  store: ["yes", 1, {}, []],
  stream: ["yes", 1, {}, []],
  background: ["yes", 1, true],
  conversation: ["conv_1", {}],
  prompt: [{ id: "p" }],
  generate: ["no", 1, {}, []],
  temperature: ["hot", -0.1, 2.1, true, {}],
  top_p: ["all", -0.1, 1.1, true, {}],
  max_output_tokens: [0, -1, 1.5, "10", {}],
  parallel_tool_calls: ["yes", 1, {}],
  prompt_cache_key: [5, {}, []],
  safety_identifier: [5, {}, []],
  service_tier: [5, {}, []],
  truncation: ["never", 5, {}],
  metadata: [5, "a", { a: 1 }, keys(17), { ["k".repeat(65)]: "" }, { a: "v".repeat(513) }],
  include: ["all", {}, [5]],
  reasoning: ["high", 5, { effort: "enormous" }, { effort: 5 }, { summary: "long" }, { summary: 5 }],
  text: [
    "short",
    5,
    { verbosity: "loud" },
    { format: 5 },
    { format: {} },
    { format: { type: "xml" } },
    { format: { type: "json_schema" } },
    { format: { type: "json_schema", name: 5, schema: {} } },
    { format: { type: "json_schema", name: "a", schema: "{}" } },
  ],
  input: [
    5,
    true,
    {},
    [5],
    [null],
    ["a"],
    [{}],
    [{ type: "dance" }],
    [{ type: 5 }],
    message({ role: "robot" }),
    message({ content: 5 }),
    message({ content: [5] }),
    message({ content: [{ type: "video" }] }),
    message({ content: [{ type: "input_text" }] }),
    message({ content: [{ type: "input_text", text: 5 }] }),
    [{ type: "function_call", call_id: "c", name: "f" }],
    [{ type: "function_call", call_id: 5, name: "f", arguments: "" }],
    [{ type: "custom_tool_call", call_id: "c", name: "f" }],
    [{ type: "function_call_output", output: "" }],
    [{ type: "function_call_output", call_id: "c", output: 5 }],
    [{ type: "custom_tool_call_output", call_id: "c" }],
    [{ type: "reasoning" }],
    [{ type: "reasoning", summary: [5] }],
    [{ type: "reasoning", summary: [], encrypted_content: 5 }],
    [{ type: "compaction" }],
    [{ type: "item_reference" }],
    Array(10_001).fill({ role: "user", content: "" }),
  ],
  tools: [
    5,
    "run",
    {},
    [5],
    [{}],
    [{ type: 5 }],
    [{ type: "function" }],
    [{ type: "function", name: 5 }],
    [{ type: "function", name: "f", parameters: "{}" }],
    [{ type: "custom", name: "f", format: { type: "grammar" } }],
    [{ type: "namespace", name: "n" }],
    [{ type: "namespace", name: "n", tools: [5] }],
    Array(1025).fill({ type: "web_search" }),
  ],
  tool_choice: [5, "maybe", [], {}, { type: "function" }, { type: "function", name: 5 }],
  flint: [
    5,
    "fast",
    [],
    { grace: -1 },
    { grace: 1.5 },
    { grace: "long" },
    { seed: 1.5 },
    { stop: "x" },
    { stop: [5] },
    { prediction: 5 },
    { steer_boundary: "now" },
    { request_id: "" },
    { request_id: "x".repeat(129) },
  ],
};

const CODES = [
  "invalid_type",
  "invalid_value",
  "missing_required_parameter",
  "array_above_max_length",
  "unsupported_parameter",
];

/** The error names the field, or a place in it. */
function expectNamed(
  error: { code: string | null; param: string | null },
  field: string,
  value: unknown,
): void {
  const what = `${field}: ${JSON.stringify(value)?.slice(0, 80)}`;
  expect(CODES, what).toContain(error.code);
  expect(error.param?.split(/[.[]/)[0], what).toBe(field);
}

it.each(Object.entries(fields))(
  "%s with a bad type, range or size is refused on its lane and over HTTP; another lane goes on",
  async (field, values) => {
    const server = await serve(scenario);
    const client = await Client.connect(server);
    client.create({ stream_id: "beside", input: "long" });
    await client.next("response.output_text.delta");
    for (const value of values) {
      client.create({ [field]: value, stream_id: "bad" });
      const { status, stream_id, error } = await client.next("error");
      expect([status, stream_id]).toEqual([400, "bad"]);
      expectNamed(error, field, value);
      if (field === "generate") continue;
      const body = JSON.stringify({ input: "a", [field]: value });
      const answer = await fetch(`${server.url}/responses`, { method: "POST", body });
      expect(answer.status).toBe(400);
      expectNamed((await answer.json()).error, field, value);
    }
    await client.next("response.output_text.delta");
    client.create({ stream_id: "bad" });
    expect((await client.next("response.completed")).stream_id).toBe("bad");
  },
);

it("bad fields of other frames are refused by name, and the running response goes on", async () => {
  const server = await serve(scenario);
  const client = await Client.connect(server);
  client.create({ input: "long" });
  const { response } = await client.next("response.created");
  const refused: [object, string][] = [
    [{ type: "response.steer", input: "a" }, "previous_response_id"],
    [{ type: "response.steer", previous_response_id: 5, input: "a" }, "previous_response_id"],
    [{ type: "response.interrupt" }, "response_id"],
    [{ type: "response.interrupt", response_id: {} }, "response_id"],
    [{ type: "response.interrupt", response_id: response.id, mode: 5 }, "mode"],
    [{ type: "response.resume" }, "response_id"],
    [{ type: "response.resume", response_id: [] }, "response_id"],
    [{ type: "response.resume", response_id: response.id, starting_after: "all" }, "starting_after"],
    [{ type: "response.resume", response_id: response.id, starting_after: -2 }, "starting_after"],
    [{ type: "response.resume", response_id: response.id, starting_after: 0.5 }, "starting_after"],
    [{ type: "response.resume", response_id: response.id, stream_id: "" }, "stream_id"],
    [{ type: 5 }, "type"],
    [{}, "type"],
  ];
  for (const [frame, param] of refused) {
    client.send(frame);
    const { status, error } = await client.next("error");
    expect([status, error.param], JSON.stringify(frame)).toEqual([400, param]);
  }
  const steers: unknown[] = [
    5,
    "",
    [],
    {},
    [5],
    [{}],
    [{ role: "assistant", content: "a" }],
    [{ role: "user" }],
  ];
  for (const input of steers) {
    client.send({ type: "response.steer", previous_response_id: response.id, input });
    const { error, steer } = await client.next("response.steer.failed");
    expect(error.code, JSON.stringify(input)).toBe("invalid_input");
    expect(steer.previous_response_id).toBe(response.id);
  }
  await client.next("response.output_text.delta");
  client.send({ type: "response.interrupt", response_id: response.id });
  await client.next("response.incomplete");
});
