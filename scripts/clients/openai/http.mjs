import assert from "node:assert/strict";
import OpenAI from "openai";
import { VERSION } from "openai/version";
import { startFlint } from "../server/flint-server.mjs";
import { throwsApiError } from "./expect.mjs";
import {
  COUNT,
  EVERYTHING,
  FAIL,
  FRANCE,
  ITALY,
  MODEL,
  PARIS,
  PATCH_TOOL,
  ROME,
  SUNNY,
  scenario,
  WEATHER,
  WEATHER_TOOL,
} from "./scenario.mjs";
import { storedResponses } from "./stored-responses.mjs";

const REQUEST_MS = 20_000;

/** @returns a client of the server, without automatic retries */
export function clientOf(url) {
  return new OpenAI({ baseURL: `${url}/v1`, apiKey: "local", maxRetries: 0, timeout: REQUEST_MS });
}

/** @type {import("../check.mjs").Check<{ client: OpenAI, url: string }>} */
export const openaiHttp = {
  client: "openai (HTTP)",
  version: VERSION,
  async open() {
    const flint = await startFlint(scenario);
    return { client: clientOf(flint.url), url: flint.url, close: flint.close };
  },
  features: [
    { feature: "models: the list", run: listModels },
    { feature: "models: one of them", run: oneModel },
    { feature: "models: `data` and Codex's `models` in one body", run: modelsForCodex },
    { feature: "responses: create", run: create },
    { feature: "responses: create, streamed event by event", run: createStreamed },
    { feature: "responses: the strict stream() helper over every kind of item", run: strictStream },
    { feature: "responses: continued with previous_response_id", run: continued },
    { feature: "responses: the history sent again", run: resent },
    { feature: "responses: a function call and its output", run: functionCall },
    { feature: "responses: item_reference", run: itemReference },
    { feature: "responses: parse() of a JSON Schema format", run: parsed },
    { feature: "responses: max_output_tokens", run: cutShort },
    { feature: "responses: usage", run: usage },
    { feature: "responses: fields and tools it does not know are passed over", run: unknownFields },
    ...storedResponses,
    { feature: "responses: input_tokens", run: inputTokens },
    { feature: "responses: compact, and on from there", run: compact },
    { feature: "responses: compaction_trigger, and on from there", run: compactionTrigger },
    { feature: "responses: HEAD, as `codex doctor` asks", run: head },
    { feature: "errors: an unknown model", run: unknownModel },
    { feature: "errors: a field of the wrong type", run: wrongType },
    { feature: "errors: an image for a model that reads only text", run: image },
    { feature: "errors: an unknown previous_response_id", run: unknownParent },
    { feature: "errors: a response that fails, plain and streamed", run: failing },
  ],
};

async function listModels({ client }) {
  const { data } = await client.models.list();
  const model = data.find(({ id }) => id === MODEL);
  assert.ok(model, `${MODEL} is not among ${data.map(({ id }) => id).join(", ")}`);
  assert.equal(model.object, "model");
  assert.equal(typeof model.created, "number");
  assert.equal(typeof model.owned_by, "string");
}

async function oneModel({ client }) {
  assert.equal((await client.models.retrieve(MODEL)).id, MODEL);
  await throwsApiError(client.models.retrieve("none"), 404, "model_not_found");
}

async function modelsForCodex({ client }) {
  const body = await client.get("/models", { query: { client_version: "0.169.0" } });
  assert.equal(body.object, "list");
  assert.ok(body.data.some(({ id }) => id === MODEL));
  assert.ok(body.models.some(({ slug }) => slug === MODEL));
}

async function create({ client }) {
  const response = await client.responses.create({ model: MODEL, input: FRANCE });
  assert.equal(response.object, "response");
  assert.equal(response.status, "completed");
  assert.equal(response.output_text, PARIS);
}

async function createStreamed({ client }) {
  const events = await client.responses.create({ model: MODEL, input: FRANCE, stream: true });
  const types = [];
  let text = "";
  for await (const event of events) {
    assert.equal(event.sequence_number, types.length);
    if (event.type === "response.output_text.delta") text += event.delta;
    types.push(event.type);
  }
  assert.equal(text, PARIS);
  assert.deepEqual(
    [...new Set(types)],
    [
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.content_part.added",
      "response.output_text.delta",
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.completed",
    ],
  );
}

/** The helper checks every event against the previous ones, and throws if one is out of order. */
async function strictStream({ client }) {
  const stream = client.responses.stream({
    model: MODEL,
    input: EVERYTHING,
    tools: [WEATHER_TOOL, PATCH_TOOL],
  });
  const kinds = new Set();
  for await (const { type } of stream) kinds.add(type);
  const { output } = await stream.finalResponse();
  assert.deepEqual(
    output.map(({ type }) => type),
    ["reasoning", "message", "function_call", "custom_tool_call"],
  );
  assert.deepEqual(output[2].parsed_arguments, { city: "Paris" });
  for (const kind of [
    "response.reasoning_text.delta",
    "response.output_text.delta",
    "response.function_call_arguments.delta",
    "response.custom_tool_call_input.delta",
  ]) {
    assert.ok(kinds.has(kind), `no ${kind} came`);
  }
}

async function continued({ client }) {
  const first = await client.responses.create({ model: MODEL, input: FRANCE });
  const second = await client.responses.create({
    model: MODEL,
    input: ITALY,
    previous_response_id: first.id,
  });
  assert.equal(second.output_text, ROME);
  assert.equal(second.previous_response_id, first.id);
  assert.ok(second.usage.input_tokens > first.usage.total_tokens, "the first exchange is not in the prompt");
}

async function resent({ client }) {
  const asked = { role: "user", content: EVERYTHING };
  const tools = [WEATHER_TOOL, PATCH_TOOL];
  const first = await client.responses.create({ model: MODEL, input: [asked], tools, store: false });
  const outputs = first.output
    .filter(({ call_id }) => call_id !== undefined)
    .map(({ type, call_id }) => ({ type: `${type}_output`, call_id, output: "done" }));
  const second = await client.responses.create({
    model: MODEL,
    input: [asked, ...first.output, ...outputs, { role: "user", content: ITALY }],
    tools,
    store: false,
  });
  assert.equal(second.output_text, ROME);
}

async function functionCall({ client }) {
  const tools = [WEATHER_TOOL];
  const first = await client.responses.create({ model: MODEL, input: WEATHER, tools });
  const call = first.output.find(({ type }) => type === "function_call");
  assert.deepEqual(JSON.parse(call.arguments), { city: "Paris" });
  const second = await client.responses.create({
    model: MODEL,
    tools,
    previous_response_id: first.id,
    input: [{ type: "function_call_output", call_id: call.call_id, output: "sunny" }],
  });
  assert.equal(second.output_text, SUNNY);
}

async function itemReference({ client }) {
  const first = await client.responses.create({ model: MODEL, input: FRANCE });
  const [answer] = first.output;
  const asks = (content) => ({ role: "user", content });
  const [named, told] = await Promise.all(
    [{ type: "item_reference", id: answer.id }, answer].map((item) =>
      client.responses.create({ model: MODEL, input: [asks(FRANCE), item, asks(ITALY)] }),
    ),
  );
  assert.equal(named.output_text, ROME);
  assert.equal(
    named.usage.input_tokens,
    told.usage.input_tokens,
    "the prompt is not that of the item itself",
  );
}

async function parsed({ client }) {
  const { output_parsed } = await client.responses.parse({
    model: MODEL,
    input: "The capital of that country, as JSON.",
    text: {
      format: {
        type: "json_schema",
        name: "capital",
        strict: true,
        schema: {
          type: "object",
          properties: { capital: { type: "string" } },
          required: ["capital"],
          additionalProperties: false,
        },
      },
    },
  });
  assert.deepEqual(output_parsed, { capital: "Paris" });
}

async function cutShort({ client }) {
  const response = await client.responses.create({ model: MODEL, input: COUNT, max_output_tokens: 20 });
  assert.equal(response.status, "incomplete");
  assert.equal(response.incomplete_details.reason, "max_output_tokens");
  assert.equal(response.usage.output_tokens, 20);
}

async function usage({ client }) {
  const tools = [WEATHER_TOOL, PATCH_TOOL];
  const first = await client.responses.create({ model: MODEL, input: EVERYTHING, tools });
  const { input_tokens, output_tokens, total_tokens, output_tokens_details } = first.usage;
  assert.ok(input_tokens > 0 && output_tokens > 0);
  assert.equal(total_tokens, input_tokens + output_tokens);
  assert.ok(output_tokens_details.reasoning_tokens > 0, "no reasoning tokens");
  const call = first.output.find(({ type }) => type === "function_call");
  const patch = first.output.find(({ type }) => type === "custom_tool_call");
  const second = await client.responses.create({
    model: MODEL,
    tools,
    previous_response_id: first.id,
    input: [
      { type: "function_call_output", call_id: call.call_id, output: "sunny" },
      { type: "custom_tool_call_output", call_id: patch.call_id, output: "done" },
    ],
  });
  assert.ok(second.usage.input_tokens_details.cached_tokens > 0, "no cached tokens");
}

async function unknownFields({ client }) {
  const response = await client.responses.create({
    model: MODEL,
    input: FRANCE,
    client_metadata: { session_id: "s" },
    include: ["reasoning.encrypted_content"],
    reasoning: { summary: "auto", context: "all_turns" },
    text: { verbosity: "low" },
    service_tier: "auto",
    parallel_tool_calls: true,
    tools: [
      { type: "web_search", external_web_access: false },
      { type: "tool_search", execution: "client" },
      { type: "namespace", name: "functions", description: "tools", tools: [WEATHER_TOOL] },
      {
        ...PATCH_TOOL,
        format: { type: "grammar", syntax: "lark", definition: 'start: "*** Begin Patch" /(.|\\n)+/' },
      },
    ],
  });
  assert.equal(response.output_text, PARIS);
}

async function inputTokens({ client }) {
  const counted = await client.responses.inputTokens.count({ model: MODEL, input: FRANCE });
  assert.equal(counted.object, "response.input_tokens");
  const { usage } = await client.responses.create({ model: MODEL, input: FRANCE });
  assert.equal(counted.input_tokens, usage.input_tokens);
}

async function compact({ client }) {
  const compacted = await client.responses.compact({
    model: MODEL,
    input: [
      { role: "user", content: FRANCE },
      { role: "assistant", content: PARIS },
    ],
  });
  assert.equal(compacted.object, "response.compaction");
  assert.ok(compacted.usage.input_tokens > 0);
  assert.equal(compacted.output.at(-1).type, "compaction");
  const next = await client.responses.create({
    model: MODEL,
    input: [...compacted.output, { role: "user", content: ITALY }],
  });
  assert.equal(next.output_text, ROME);
}

async function compactionTrigger({ client }) {
  const first = await client.responses.create({ model: MODEL, input: FRANCE });
  const input = [{ type: "compaction_trigger" }];
  const short = await client.responses.create({ model: MODEL, previous_response_id: first.id, input });
  assert.deepEqual(
    short.output.map(({ type }) => type),
    ["compaction"],
  );
  const next = await client.responses.create({
    model: MODEL,
    input: [...short.output, { role: "user", content: ITALY }],
  });
  assert.equal(next.output_text, ROME);
}

async function head({ url }, signal) {
  const { status } = await fetch(`${url}/v1/responses`, { method: "HEAD", signal });
  assert.ok(status < 500, `status ${status}`);
}

async function unknownModel({ client }) {
  await throwsApiError(client.responses.create({ model: "none", input: FRANCE }), 404, "model_not_found");
}

async function wrongType({ client }) {
  const error = await throwsApiError(client.responses.create({ model: MODEL, input: 5 }), 400);
  assert.equal(error.param, "input");
  assert.equal(error.type, "invalid_request_error");
}

async function image({ client }) {
  const content = [{ type: "input_image", image_url: "data:image/png;base64,iVBORw0KGgo=", detail: "auto" }];
  const error = await throwsApiError(
    client.responses.create({ model: MODEL, input: [{ role: "user", content }] }),
    400,
  );
  assert.match(error.message, /image/);
}

async function unknownParent({ client }) {
  const body = { model: MODEL, input: FRANCE, previous_response_id: "resp_none" };
  const error = await client.responses.create(body).catch((cause) => cause);
  assert.ok([400, 404].includes(error.status), `status ${error.status}`);
  assert.equal(error.code, "previous_response_not_found");
}

async function failing({ client }) {
  const plain = await client.responses.create({ model: MODEL, input: FAIL }).catch((cause) => cause);
  const told = plain instanceof OpenAI.APIError ? plain.message : plain.error?.message;
  assert.match(told, /the scripted failure/);
  const events = [];
  const streamed = async () => {
    for await (const event of await client.responses.create({ model: MODEL, input: FAIL, stream: true })) {
      events.push(event);
    }
  };
  await assert.rejects(streamed, /the scripted failure/);
  const { type, response } = events.at(-1);
  assert.equal(type, "response.failed");
  assert.match(response.error.message, /the scripted failure/);
}
