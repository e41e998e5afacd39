import type { Scenario } from "@flint/engine";
import { describe, expect, it } from "vitest";
import { Client, serve } from "../door/websocket/socket.fixture.ts";
import type { FlintServer } from "../server.ts";

const scenario: Scenario = {
  model: { contextLength: 2000 },
  turns: [
    { when: { contains: "crash" }, steps: [{ error: { code: "engine_crashed", message: "it died" } }] },
    { when: { contains: "busy" }, steps: [{ error: { code: "engine_busy", message: "no room" } }] },
    {
      when: { contains: "limited" },
      steps: [{ error: { code: "rate_limited", message: "try again in 1.5s" } }],
    },
    { when: { contains: "odd" }, steps: [{ error: { code: "prompt_unsupported", message: "cannot" } }] },
    { steps: [{ text: "well" }] },
  ],
};

const output = (type: string) => [{ type, call_id: "c9", output: "" }];
const image = [
  {
    role: "user",
    content: [
      { type: "input_text", text: "a" },
      { type: "input_image", image_url: "data:," },
    ],
  },
];
const file = [
  { type: "function_call", call_id: "c", name: "f", arguments: "" },
  { type: "function_call_output", call_id: "c", output: [{ type: "input_file", file_id: "f" }] },
];

/** A create's fields, and the error that answers it before any response is created. */
const refused: [string, object, number, string, string | null][] = [
  [
    "an unknown parent",
    { previous_response_id: "resp_x" },
    400,
    "previous_response_not_found",
    "previous_response_id",
  ],
  ["an unknown model", { model: "gpt-9" }, 404, "model_not_found", "model"],
  [
    "a schema that answers cannot be held to",
    { text: { format: { type: "json_schema", name: "a", strict: true, schema: { not: {} } } } },
    400,
    "invalid_json_schema",
    "text.format.schema",
  ],
  [
    "such a schema of a strict tool",
    { tools: [{ type: "function", name: "f", strict: true, parameters: { properties: { a: { if: {} } } } }] },
    400,
    "invalid_json_schema",
    "tools[0].parameters",
  ],
  [
    "a grammar that inputs cannot be held to",
    {
      tools: [
        { type: "web_search" },
        {
          type: "custom",
          name: "f",
          format: { type: "grammar", syntax: "lark", definition: 'start: "a"\n  | /(?=b)/' },
        },
      ],
    },
    400,
    "invalid_grammar",
    "tools[1].format.definition",
  ],
  [
    "a call that is required where only hosted tools are declared",
    { tools: [{ type: "web_search" }, { type: "file_search" }], tool_choice: "required" },
    400,
    "tool_not_found",
    "tool_choice",
  ],
  ["no input", { input: undefined }, 400, "missing_required_parameter", "input"],
  ["input of a wrong type", { input: 5 }, 400, "invalid_type", "input"],
  ["an item of a wrong kind", { input: [{ type: "dance" }] }, 400, "invalid_value", "input[0].type"],
  [
    "an output that answers no call",
    { input: output("function_call_output") },
    400,
    "tool_call_not_found",
    "input[0].call_id",
  ],
  [
    "a custom output that answers no call",
    { input: output("custom_tool_call_output") },
    400,
    "tool_call_not_found",
    "input[0].call_id",
  ],
  [
    "an output before its call",
    {
      input: [
        ...output("function_call_output"),
        { type: "function_call", call_id: "c9", name: "f", arguments: "" },
      ],
    },
    400,
    "tool_call_not_found",
    "input[0].call_id",
  ],
  [
    "an output of the other kind of call",
    {
      input: [
        { type: "custom_tool_call", call_id: "c9", name: "f", input: "" },
        ...output("function_call_output"),
      ],
    },
    400,
    "tool_call_not_found",
    "input[1].call_id",
  ],
  ["an image", { input: image }, 400, "unsupported_content", "input[0].content[1]"],
  ["a file in a tool's output", { input: file }, 400, "unsupported_content", "input[1].output[0]"],
  [
    "an unknown reference",
    { input: [{ type: "item_reference", id: "msg_x" }] },
    400,
    "item_not_found",
    "input[0].id",
  ],
  [
    "a strange compaction",
    { input: [{ type: "compaction", encrypted_content: "x" }] },
    400,
    "invalid_compaction",
    "input[0].encrypted_content",
  ],
  [
    "a trigger in the middle",
    { input: [{ type: "compaction_trigger" }, { role: "user", content: "" }] },
    400,
    "invalid_value",
    "input[0]",
  ],
  [
    "a tool without a name",
    { tools: [{ type: "function" }] },
    400,
    "missing_required_parameter",
    "tools[0].name",
  ],
  [
    "a choice of no tool",
    { tool_choice: { type: "function", name: "f" } },
    400,
    "tool_not_found",
    "tool_choice",
  ],
  ["temperature out of range", { temperature: 3 }, 400, "invalid_value", "temperature"],
  ["max_output_tokens of nothing", { max_output_tokens: 0 }, 400, "invalid_value", "max_output_tokens"],
  ["a format of no kind", { text: { format: { type: "xml" } } }, 400, "invalid_value", "text.format.type"],
  ["background", { background: true }, 400, "unsupported_parameter", "background"],
  ["a conversation", { conversation: "conv_1" }, 400, "unsupported_parameter", "conversation"],
  [
    "too much metadata",
    { metadata: Object.fromEntries([...Array(17).keys()].map((at) => [at, ""])) },
    400,
    "invalid_value",
    "metadata",
  ],
];

describe.each(refused)("%s", (_, fields, status, code, param) => {
  it("is answered by an error frame on its lane, and by the same error over HTTP", async () => {
    const server = await serve(scenario);
    const client = await Client.connect(server);
    client.create({ ...fields, stream_id: "lane" });
    const frame = await client.next("error");
    expect(frame).toMatchObject({ status, stream_id: "lane", error: { code, param } });
    expect(frame.error.message).toMatch(/: /);
    expect(client.types()).toEqual(["error"]);
    client.create();
    expect(await client.outcome()).toBe("well");

    const answer = await post(server, { input: "a", store: false, ...fields });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: frame.error });
  });
});

/** What the model is asked, and the code with which a response that has begun fails. */
it.each([
  ["crash", "server_error", 500, "server_error"],
  ["busy", "rate_limit_exceeded", 429, "rate_limit_error"],
  ["limited", "rate_limit_exceeded", 429, "rate_limit_error"],
  ["odd", "invalid_prompt", 400, "invalid_request_error"],
  ["word ".repeat(2000), "context_length_exceeded", 400, "invalid_request_error"],
])("input '%.6s' fails the response with %s, and HTTP answers with %i", async (input, code, status, type) => {
  const server = await serve(scenario);
  const client = await Client.connect(server);
  client.create({ input });
  expect(await client.outcome()).toBe(code);
  expect(client.types()).toEqual(["response.created", "response.in_progress", "response.failed"]);
  client.create();
  expect(await client.outcome()).toBe("well");

  const answer = await post(server, { input });
  expect(answer.status).toBe(status);
  expect((await answer.json()).error).toMatchObject({ type, code });
  if (status === 429) expect(answer.headers.get("retry-after")).toBe("1");
});

it("a connection past its maximum age sends the documented error and closes with 1001", async () => {
  const client = await Client.connect(await serve(scenario, { limits: { connectionAge: 20 } }));
  const { error } = await client.next("error");
  expect(error).toMatchObject({ code: "websocket_connection_limit_reached", type: "invalid_request_error" });
  expect(error.message).toContain("Create a new websocket connection to continue.");
  // 1001 has the openai package reconnect.
  expect((await client.untilClosed()).code).toBe(1001);
});

function post(server: FlintServer, body: object): Promise<Response> {
  return fetch(`${server.url}/responses`, { method: "POST", body: JSON.stringify(body) });
}
