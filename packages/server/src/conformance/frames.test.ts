import type { Scenario } from "@flint/engine";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { Client, serve, textOf } from "../door/websocket/socket.fixture.ts";

const scenario: Scenario = {
  turns: [{ steps: [{ text: "one" }] }, { steps: [{ text: "two" }] }],
};

const tools = [
  {
    type: "function",
    name: "exec_command",
    description: "Runs.",
    strict: false,
    parameters: { type: "object" },
  },
  {
    type: "custom",
    name: "apply_patch",
    description: "Patches.",
    format: { type: "grammar", syntax: "lark", definition: "start: /.+/" },
  },
  {
    type: "namespace",
    name: "mcp",
    description: "",
    tools: [{ type: "function", name: "look", strict: false }],
  },
  { type: "tool_search", execution: "client", description: "", parameters: {} },
  { type: "web_search", external_web_access: false },
  { type: "image_generation", output_format: "png" },
];

/** What Codex sends in every create. */
const codex = {
  model: "script",
  stream: true,
  store: false,
  prompt_cache_key: "thread",
  tools,
  tool_choice: "auto",
  parallel_tool_calls: true,
  reasoning: { summary: "auto" },
  include: ["reasoning.encrypted_content"],
  client_metadata: { session_id: "s", turn_id: "", "x-codex-turn-metadata": "{}" },
};

const history = [
  { type: "message", id: "msg_1", role: "developer", content: [{ type: "input_text", text: "rules" }] },
  { type: "message", role: "user", content: [{ type: "input_text", text: "do it" }] },
  {
    type: "message",
    id: "msg_2",
    role: "assistant",
    phase: "commentary",
    content: [{ type: "output_text", text: "Looking." }],
  },
  { type: "reasoning", id: "rs_1", summary: [], content: null, encrypted_content: null },
  {
    type: "reasoning",
    summary: [{ type: "summary_text", text: "s" }],
    content: [{ type: "reasoning_text", text: "r" }],
  },
  { type: "function_call", id: "fc_1", call_id: "c1", name: "exec_command", arguments: "{}" },
  {
    type: "custom_tool_call",
    id: "ctc_1",
    call_id: "c2",
    name: "apply_patch",
    input: "*** Begin",
    status: "completed",
  },
  { type: "function_call_output", call_id: "c1", output: "Process exited with code 0" },
  { type: "custom_tool_call_output", call_id: "c2", output: [{ type: "input_text", text: "Exit code: 0" }] },
  { type: "additional_tools", role: "developer", tools: [tools[2]] },
  { type: "web_search_call", id: "ws_1", status: "completed", action: { type: "search", query: "q" } },
];

describe("response.create accepts", () => {
  it.each<[string, object]>([
    ["what Codex sends", codex],
    ["a history as Codex sends it back", { ...codex, input: history }],
    [
      "fields that nobody knows",
      { client_metadata: {}, a_field: { deep: [1] }, prompt_cache_retention: "24h" },
    ],
    ["stream: true and stream: false", { stream: false }],
    ["null where a field may be left out", { instructions: null, tools: null, text: null, reasoning: null }],
    ["an output schema", { text: { format: { type: "json_schema", name: "o", schema: {}, strict: true } } }],
    ["verbosity and effort", { text: { verbosity: "low" }, reasoning: { effort: "high" } }],
    ["a service tier", { service_tier: "priority" }],
    ["no model", { model: undefined }],
    ["truncation and background turned off", { truncation: "auto", background: false }],
  ])("%s", async (_, fields) => {
    const client = await Client.connect(await serve({ turns: [{ steps: [{ text: "well" }] }] }));
    client.create(fields);
    expect(textOf(await client.completed())).toBe("well");
    assertStreamConforms(client.frames);
  });

  it("an empty input with previous_response_id", async () => {
    const client = await Client.connect(await serve(scenario));
    client.create(codex);
    const { id } = await client.completed();
    client.create({ ...codex, input: [], previous_response_id: id });
    const next = await client.completed();
    expect(next.previous_response_id).toBe(id);
    expect(textOf(next)).toBe("two");
  });

  it("every setting, and echoes it in the response", async () => {
    const client = await Client.connect(await serve(scenario));
    const asked = {
      instructions: "be kind",
      tools: [{ type: "function", name: "run", description: null, parameters: null, strict: null }],
      tool_choice: { type: "function", name: "run" },
      parallel_tool_calls: false,
      max_output_tokens: 50,
      temperature: 0.5,
      top_p: 0.9,
      metadata: { a: "b" },
      prompt_cache_key: "k",
      safety_identifier: "s",
      reasoning: { effort: "low", summary: null },
      text: {
        verbosity: "high",
        format: { type: "json_schema", name: "o", schema: { type: "object" }, strict: true },
      },
    };
    client.create(asked);
    const begun = (await client.next("response.created")).response;
    expect(begun).toMatchObject({ ...asked, store: false, status: "in_progress", output: [] });
    expect(await client.completed()).toMatchObject(asked);
  });
});

describe("an invalid frame", () => {
  it.each<[string, unknown, string, string | null]>([
    ["an unknown type", { type: "response.dance" }, "unknown_frame_type", "type"],
    [
      "response.inject",
      { type: "response.inject", response_id: "r", input: [] },
      "unknown_frame_type",
      "type",
    ],
    ["no type", { input: "a" }, "missing_required_parameter", "type"],
    ["a type that is no string", { type: 5 }, "invalid_type", "type"],
    ["a list", [], "invalid_type", null],
    ["a string", "hello", "invalid_type", null],
    ["null", null, "invalid_type", null],
  ])("(%s) is answered with a 400, and the socket stays usable", async (_, frame, code, param) => {
    const client = await Client.connect(await serve(scenario));
    client.send(frame as object);
    const { status, error } = await client.next("error");
    expect({ status, code: error.code, param: error.param }).toEqual({ status: 400, code, param });
    client.create();
    expect(textOf(await client.completed())).toBe("one");
  });
});
