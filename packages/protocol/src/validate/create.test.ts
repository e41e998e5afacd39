import { describe, expect, test } from "vitest";
import { parseCreateRequest } from "./index.ts";

function refusal(body: unknown, limits = {}) {
  const result = parseCreateRequest(body, limits);
  if (result.ok) throw new Error("expected a refusal");
  const { status, code, param, message } = result.error;
  expect(status).toBe(400);
  return { code, param, message };
}

function accepted(body: unknown) {
  const result = parseCreateRequest(body);
  if (!result.ok) throw result.error;
  return result.value;
}

describe("input", () => {
  test("as a string becomes one user message", () => {
    expect(accepted({ input: "hi" }).input).toEqual([
      { type: "message", role: "user", content: [{ type: "input_text", text: "hi" }] },
    ]);
  });

  test("gets a missing message type, and keeps the message's other fields", () => {
    const input = [{ role: "user", content: "hi", extra: { kept: 1 } }];
    expect(accepted({ input }).input).toEqual([{ type: "message", ...input[0] }]);
  });

  test("turns an item with only an id into a reference", () => {
    expect(accepted({ input: [{ id: "msg_1" }] }).input).toEqual([{ type: "item_reference", id: "msg_1" }]);
  });

  test("keeps opaque items unchanged", () => {
    const input = [
      { type: "additional_tools", role: "developer", tools: [{ type: "namespace", deep: [{ a: null }] }] },
      { type: "compaction", encrypted_content: "…" },
      { type: "reasoning", summary: [], content: null, encrypted_content: null },
    ];
    expect(accepted({ input }).input).toEqual(input);
  });

  test("may be left out only with previous_response_id", () => {
    expect(accepted({ previous_response_id: "resp_1" }).input).toEqual([]);
    expect(refusal({ previous_response_id: null })).toEqual({
      code: "missing_required_parameter",
      param: "input",
      message: "`input`: expected a string or a list of items, got nothing",
    });
  });

  test("may be an empty list", () => {
    expect(accepted({ input: [] }).input).toEqual([]);
  });
});

describe("an error names the exact place", () => {
  const user = (content: unknown) => ({ input: ["a", "b"].map(() => ({ role: "user", content })) });
  test.each([
    [{ input: 5 }, "invalid_type", "input", "`input`: expected a string or a list of items, got 5"],
    [{ input: [null] }, "invalid_type", "input[0]", "`input[0]`: expected an item, got null"],
    [user(5), "invalid_type", "input[0].content", "`input[0].content`: expected a string or a list, got 5"],
    [
      user([{ type: "input_text", text: 5 }]),
      "invalid_type",
      "input[0].content[0].text",
      "`input[0].content[0].text`: expected a string, got 5",
    ],
    [
      user([{ type: "input_text" }]),
      "missing_required_parameter",
      "input[0].content[0].text",
      "`input[0].content[0].text`: expected a string, got nothing",
    ],
    [
      user([{ type: "video" }]),
      "invalid_value",
      "input[0].content[0].type",
      '`input[0].content[0].type`: expected one of `input_text`, `input_image`, `input_file`, `output_text`, `refusal`, got "video"',
    ],
    [
      { input: [{ role: "robot", content: "" }] },
      "invalid_value",
      "input[0].role",
      '`input[0].role`: expected one of `user`, `assistant`, `system`, `developer`, got "robot"',
    ],
    [
      { input: [{ type: "function_call_output", call_id: "c", output: [{ type: "input_text", text: [] }] }] },
      "invalid_type",
      "input[0].output[0].text",
      "`input[0].output[0].text`: expected a string, got an empty list",
    ],
    [
      { input: "", temperature: "hot" },
      "invalid_type",
      "temperature",
      '`temperature`: expected a number from 0 to 2, got "hot"',
    ],
    [
      { input: "", temperature: 3 },
      "invalid_value",
      "temperature",
      "`temperature`: expected a number from 0 to 2, got 3",
    ],
    [
      { input: "", max_output_tokens: 1.5 },
      "invalid_value",
      "max_output_tokens",
      "`max_output_tokens`: expected a whole number of 1 or more, got 1.5",
    ],
    [
      { input: "", reasoning: { effort: "enormous" } },
      "invalid_value",
      "reasoning.effort",
      '`reasoning.effort`: expected one of `none`, `minimal`, `low`, `medium`, `high`, `xhigh`, `max`, got "enormous"',
    ],
    [
      { input: "", flint: { request_id: "x".repeat(129) } },
      "invalid_value",
      "flint.request_id",
      `\`flint.request_id\`: expected a string of 1 to 128 characters, got "${"x".repeat(40)}…"`,
    ],
    [
      { input: "", model: "" },
      "invalid_value",
      "model",
      '`model`: expected a string that is not empty, got ""',
    ],
    [
      { input: "", metadata: { "a b": 1 } },
      "invalid_type",
      'metadata["a b"]',
      '`metadata["a b"]`: expected a string, got 1',
    ],
    [
      { input: "", metadata: { "a\nb": 1 } },
      "invalid_type",
      'metadata["a\\nb"]',
      '`metadata["a\\nb"]`: expected a string, got 1',
    ],
    [
      { input: "", text: { format: { type: "json_schema", schema: {} } } },
      "missing_required_parameter",
      "text.format.name",
      "`text.format.name`: expected a string, got nothing",
    ],
    [
      { input: "", text: { format: { type: "xml" } } },
      "invalid_value",
      "text.format.type",
      '`text.format.type`: expected one of `text`, `json_object`, `json_schema`, got "xml"',
    ],
    [
      { input: "", tools: [{ type: "web_search" }, { type: "function" }] },
      "missing_required_parameter",
      "tools[1].name",
      "`tools[1].name`: expected a string that is not empty, got nothing",
    ],
    [
      { input: "", tools: [{ type: "namespace", name: "n", tools: [{ type: "function", name: 1 }] }] },
      "invalid_type",
      "tools[0].tools[0].name",
      "`tools[0].tools[0].name`: expected a string that is not empty, got 1",
    ],
    [
      { input: "", tools: [{}] },
      "missing_required_parameter",
      "tools[0].type",
      "`tools[0].type`: expected a string, got nothing",
    ],
    [
      { input: "", tool_choice: "maybe" },
      "invalid_value",
      "tool_choice",
      '`tool_choice`: expected one of `none`, `auto`, `required`, got "maybe"',
    ],
    [
      { input: "", tool_choice: { type: "function" } },
      "missing_required_parameter",
      "tool_choice.name",
      "`tool_choice.name`: expected a string, got nothing",
    ],
    [
      { input: "", flint: { steer_boundary: "line" } },
      "invalid_value",
      "flint.steer_boundary",
      '`flint.steer_boundary`: expected one of `step`, `item`, got "line"',
    ],
    [
      { input: "", background: true },
      "unsupported_parameter",
      "background",
      "`background` is not supported: leave it out, and read the answer as a stream",
    ],
    [
      { input: "", top_logprobs: 3 },
      "unsupported_parameter",
      "top_logprobs",
      "`top_logprobs` is not supported: leave it out",
    ],
    ["text", "invalid_type", null, 'the request: expected a JSON object, got "text"'],
  ])("%j", (body, code, param, message) => {
    expect(refusal(body)).toEqual({ code, param, message });
  });

  test("an unknown item type is refused with the list of known types", () => {
    for (const type of ["vision", "constructor", "__proto__", "toString"]) {
      const { code, param, message } = refusal({ input: [{ type }] });
      expect({ code, param }).toEqual({ code: "invalid_value", param: "input[0].type" });
      expect(message).toContain("`function_call_output`, `custom_tool_call_output`");
      expect(message).toContain(`got "${type}"`);
    }
  });

  test("an item with neither type nor role is refused for its missing type", () => {
    expect(refusal({ input: [{ content: "hi" }] })).toMatchObject({
      code: "missing_required_parameter",
      param: "input[0].type",
    });
  });
});

describe("a request may have", () => {
  test("unknown fields, which are dropped", () => {
    expect(accepted({ input: "", client_metadata: { a: 1 }, user: "u" })).not.toHaveProperty("user");
  });

  test("tools sent before, which are parsed to the same list", () => {
    const tools = (name: string) => [
      { type: "function", name, parameters: { type: "object", required: [] } },
    ];
    const [f, g] = [accepted({ input: "", tools: tools("f") }), accepted({ input: "", tools: tools("g") })];
    expect(accepted({ input: "", tools: tools("f") }).tools).toBe(f.tools);
    expect(accepted({ input: "", tools: tools("g") }).tools).toBe(g.tools);
    expect(f.tools).not.toEqual(g.tools);
    for (const parameters of [
      { required: [], type: "object" },
      { type: "object" },
      { type: "object", required: {} },
    ]) {
      const { tools: other } = accepted({ input: "", tools: [{ type: "function", name: "f", parameters }] });
      expect(other).toMatchObject([{ parameters }]);
      expect(other).not.toBe(f.tools);
    }
  });

  test("tools of an unknown kind, which are kept unchanged", () => {
    const tools = [
      { type: "web_search", external_web_access: false },
      { type: "tool_search", execution: "client", parameters: { a: [1] } },
      { type: "function", name: "f", description: "", strict: false, parameters: null, odd: true },
      { type: "custom", name: "p", format: { type: "grammar", syntax: "lark", definition: "start: x" } },
    ];
    expect(accepted({ input: "", tools }).tools).toEqual(tools);
  });

  test("function tools, which get the fields that a response echoes", () => {
    expect(accepted({ input: "", tools: [{ type: "function", name: "f", strict: true }] }).tools).toEqual([
      { type: "function", name: "f", strict: true, description: null, parameters: null },
    ]);
  });

  test("null in every optional field", () => {
    const names = [
      "model",
      "temperature",
      "metadata",
      "text",
      "tools",
      "tool_choice",
      "background",
      "conversation",
    ];
    const nulls = Object.fromEntries(names.map((name) => [name, null]));
    expect(accepted({ input: "", ...nulls })).toMatchObject({ temperature: null, metadata: null });
  });

  test("items in which a client library writes null for absent fields", () => {
    const text = { type: "output_text", text: "hi", annotations: [], logprobs: null };
    const call = { type: "function_call", call_id: "call_1", name: "f", arguments: "{}" };
    const input = [
      { type: "message", role: "user", content: "hi", id: null, status: null, phase: null },
      { type: "message", role: "assistant", content: [text], id: "msg_1", status: "completed", phase: null },
      { ...call, id: null, status: null, namespace: null, caller: null },
      { type: "custom_tool_call", call_id: "call_2", name: "g", input: "", id: null, status: null },
    ];
    expect(accepted({ input }).input).toEqual(input);
  });

  test("a tool_choice of allowed_tools with an empty list", () => {
    const tool_choice = { type: "allowed_tools", mode: "auto", tools: [] };
    expect(accepted({ input: "", tool_choice }).tool_choice).toEqual(tool_choice);
  });
});

describe("limits apply to", () => {
  test("items, tools, a namespace's tools, and metadata", () => {
    const limits = { maxInputItems: 1, maxTools: 1, maxMetadataKeys: 1, maxMetadataLength: 1 };
    const item = { role: "user", content: "" };
    const tool = { type: "x" };
    const nested = { type: "namespace", name: "n", tools: [tool, tool] };
    const paramOf = (body: object) => refusal({ input: "", ...body }, limits).param;
    expect(paramOf({ input: [item, item] })).toBe("input");
    expect(paramOf({ tools: [tool, tool] })).toBe("tools");
    expect(paramOf({ tools: [nested] })).toBe("tools[0].tools");
    expect(paramOf({ metadata: { a: "", b: "" } })).toBe("metadata");
    expect(paramOf({ metadata: { a: "12" } })).toBe("metadata.a");
    expect(refusal({ input: "", metadata: { ["k".repeat(65)]: "" } }).code).toBe("invalid_value");
  });

  test("stop texts", () => {
    const stop = Array.from({ length: 17 }, (_, nth) => `${nth}`);
    expect(refusal({ input: "", flint: { stop } })).toEqual({
      code: "array_above_max_length",
      param: "flint.stop",
      message: "`flint.stop`: expected at most 16 texts, got 17",
    });
    expect(parseCreateRequest({ input: "", flint: { stop } }, { maxStops: 17 }).ok).toBe(true);
  });

  test("nesting of any depth", () => {
    const deep = JSON.parse(`${"[".repeat(200_000)}${"]".repeat(200_000)}`);
    expect(refusal({ input: "", tools: [{ type: "x", deep }] })).toEqual({
      code: "invalid_value",
      param: "tools",
      message: "`tools`: nested deeper than 64 levels",
    });
    expect(refusal({ input: [] }, { maxDepth: 1 }).param).toBe("input");
    expect(parseCreateRequest({ input: [] }, { maxDepth: 2 }).ok).toBe(true);
  });
});

test("a compaction_trigger is accepted only as the last item", () => {
  const trigger = { type: "compaction_trigger" };
  accepted({ input: [{ role: "user", content: "a" }, trigger] });
  expect(refusal({ input: [trigger, { role: "user", content: "a" }] })).toMatchObject({
    code: "invalid_value",
    param: "input[0]",
  });
});
