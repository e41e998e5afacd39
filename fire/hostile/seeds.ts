/** Parts of valid requests, as real clients send them; the attacks mutate these. */
const TOOLS = [
  {
    type: "function",
    name: "look_up",
    description: "looks a word up",
    parameters: { type: "object", properties: { word: { type: "string" } }, required: ["word"] },
    strict: false,
  },
  {
    type: "custom",
    name: "apply_patch",
    format: { type: "grammar", syntax: "lark", definition: "start: /x/" },
  },
  { type: "namespace", name: "functions", tools: [{ type: "function", name: "f", parameters: {} }] },
  { type: "web_search", external_web_access: false },
];

const ITEMS = [
  { type: "message", role: "user", content: [{ type: "input_text", text: "say short." }] },
  { type: "message", role: "assistant", content: [{ type: "output_text", text: "w0", annotations: [] }] },
  { type: "message", role: "developer", content: "be brief" },
  { type: "function_call", call_id: "call_1", name: "look_up", arguments: '{"word":"x"}' },
  { type: "function_call_output", call_id: "call_1", output: "done" },
  { type: "custom_tool_call", call_id: "call_2", name: "apply_patch", input: "x" },
  { type: "custom_tool_call_output", call_id: "call_2", output: [{ type: "input_text", text: "ok" }] },
  { type: "reasoning", summary: [{ type: "summary_text", text: "x" }], encrypted_content: "AAAA" },
  { type: "compaction", encrypted_content: "AAAA" },
  { type: "compaction_trigger" },
  { type: "item_reference", id: "msg_1" },
];

const CREATE = {
  model: "script",
  input: ITEMS.slice(0, 5),
  instructions: "be brief",
  store: false,
  tools: TOOLS,
  tool_choice: "auto",
  parallel_tool_calls: true,
  reasoning: { effort: "low", summary: "auto" },
  include: ["reasoning.encrypted_content"],
  text: { format: { type: "text" }, verbosity: "low" },
  metadata: { a: "b" },
  max_output_tokens: 100,
  temperature: 0.5,
  top_p: 0.9,
  truncation: "disabled",
  service_tier: "auto",
  previous_response_id: null,
  prompt_cache_key: "fire",
  flint: { stop: ["x"], seed: 1, prediction: "w0 w1", steer_boundary: "step", grace: 0 },
};

const SCHEMA = { type: "object", properties: { a: { type: ["string", "null"], pattern: "^a*$" } } };

export const FRAMES: readonly object[] = [
  { type: "response.create", stream_id: "a", ...CREATE },
  { type: "response.create", input: "say short.", store: false },
  { type: "response.create", input: ITEMS, store: false, generate: false },
  {
    type: "response.create",
    input: "say short.",
    text: { format: { type: "json_schema", name: "x", schema: SCHEMA, strict: true } },
  },
  { type: "response.create", input: [], previous_response_id: "resp_0123456789abcdef" },
  { type: "response.steer", previous_response_id: "resp_1", input: [ITEMS[0]], flint: { request_id: "s1" } },
  { type: "response.interrupt", response_id: "resp_1", mode: "discard_partial_items" },
  { type: "response.resume", response_id: "resp_1", starting_after: 3, stream_id: "b" },
];

/** Valid bodies of the HTTP API, by path. */
export const BODIES: readonly { readonly path: string; readonly body: object }[] = [
  { path: "/v1/responses", body: CREATE },
  { path: "/v1/responses", body: { input: "say short.", stream: true, store: false } },
  { path: "/v1/responses/input_tokens", body: { input: ITEMS.slice(0, 3), tools: TOOLS } },
  { path: "/v1/responses/compact", body: { model: "script", input: ITEMS.slice(0, 2) } },
  {
    path: "/v1/chat/completions",
    body: {
      model: "script",
      messages: [
        { role: "system", content: "be brief" },
        { role: "user", content: [{ type: "text", text: "say short." }] },
      ],
      tools: [{ type: "function", function: { name: "f", parameters: {} } }],
      stream_options: { include_usage: true },
      stop: ["x"],
      max_tokens: 10,
    },
  },
];
