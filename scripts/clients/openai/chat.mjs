import assert from "node:assert/strict";
import { VERSION } from "openai/version";
import { startFlint } from "../server/flint-server.mjs";
import { throwsApiError } from "./expect.mjs";
import { clientOf } from "./http.mjs";
import { BOTH, COUNT, FRANCE, MODEL, PARIS, SUNNY, scenario, WEATHER, WEATHER_TOOL } from "./scenario.mjs";

const { type, ...definition } = WEATHER_TOOL;
const tools = [{ type, function: definition }];

/** @type {import("../check.mjs").Check<{ client: import("openai").OpenAI }>} */
export const openaiChat = {
  client: "openai (chat completions)",
  version: VERSION,
  async open() {
    const flint = await startFlint(scenario);
    return { client: clientOf(flint.url), close: flint.close };
  },
  features: [
    { feature: "create", run: create },
    { feature: "create, streamed with its usage", run: streamed },
    { feature: "a conversation with a system prompt", run: conversation },
    { feature: "a tool call and its result", run: toolCall },
    { feature: "parallel tool calls, streamed", run: toolCallsStreamed },
    { feature: "the runTools() helper", run: runTools },
    { feature: "prediction", run: prediction },
    { feature: "max_completion_tokens", run: cutShort },
    { feature: "response_format with a JSON Schema", run: formatted },
    { feature: "a stream that is aborted", run: aborted },
    { feature: "an error names its parameter", run: errors },
  ],
};

const asks = (content) => ({ model: MODEL, messages: [{ role: "user", content }] });

async function create({ client }) {
  const completion = await client.chat.completions.create(asks(FRANCE));
  assert.equal(completion.object, "chat.completion");
  assert.equal(completion.model, MODEL);
  const [{ message, finish_reason }] = completion.choices;
  assert.equal(message.role, "assistant");
  assert.equal(message.content, PARIS);
  assert.equal(finish_reason, "stop");
  const { prompt_tokens, completion_tokens, total_tokens } = completion.usage;
  assert.ok(prompt_tokens > 0 && completion_tokens > 0);
  assert.equal(total_tokens, prompt_tokens + completion_tokens);
}

async function streamed({ client }) {
  const chunks = await client.chat.completions.create({
    ...asks(FRANCE),
    stream: true,
    stream_options: { include_usage: true },
  });
  let text = "";
  const reasons = [];
  let last;
  for await (const chunk of chunks) {
    assert.equal(chunk.object, "chat.completion.chunk");
    last = chunk;
    for (const { delta, finish_reason } of chunk.choices) {
      text += delta.content ?? "";
      if (finish_reason) reasons.push(finish_reason);
    }
  }
  assert.equal(text, PARIS);
  assert.deepEqual(reasons, ["stop"]);
  assert.deepEqual(last.choices, []);
  assert.ok(last.usage.total_tokens > 0);
}

async function conversation({ client }) {
  const bare = await client.chat.completions.create(asks(FRANCE));
  const { choices, usage } = await client.chat.completions.create({
    model: MODEL,
    messages: [
      { role: "system", content: "Answer in one sentence." },
      { role: "user", content: [{ type: "text", text: "Hello" }] },
      { role: "assistant", content: "Hello, what would you like to know?" },
      { role: "user", content: FRANCE },
    ],
  });
  assert.equal(choices[0].message.content, PARIS);
  assert.ok(
    usage.prompt_tokens > bare.usage.prompt_tokens + 10,
    "the earlier messages are not in the prompt",
  );
}

async function toolCall({ client }) {
  const first = await client.chat.completions.create({ ...asks(WEATHER), tools });
  const [{ message, finish_reason }] = first.choices;
  assert.equal(finish_reason, "tool_calls");
  const [call] = message.tool_calls;
  assert.equal(call.type, "function");
  assert.deepEqual(JSON.parse(call.function.arguments), { city: "Paris" });
  const second = await client.chat.completions.create({
    model: MODEL,
    tools,
    messages: [
      { role: "user", content: WEATHER },
      message,
      { role: "tool", tool_call_id: call.id, content: "sunny" },
    ],
  });
  assert.equal(second.choices[0].message.content, SUNNY);
}

/** The helper assembles calls from chunks. */
async function toolCallsStreamed({ client }) {
  const stream = client.chat.completions.stream({ ...asks(BOTH), tools });
  const { message, finish_reason } = (await stream.finalChatCompletion()).choices[0];
  assert.equal(finish_reason, "tool_calls");
  assert.deepEqual(
    message.tool_calls.map((call) => call.function.parsed_arguments),
    [{ city: "Paris" }, { city: "Rome" }],
  );
  assert.equal(new Set(message.tool_calls.map(({ id }) => id)).size, 2);
}

async function runTools({ client }) {
  const asked = [];
  const weather = {
    ...definition,
    parse: JSON.parse,
    function({ city }) {
      asked.push(city);
      return "sunny";
    },
  };
  const runner = client.chat.completions.runTools({
    ...asks(WEATHER),
    stream: true,
    tools: [{ type: "function", function: weather }],
  });
  assert.equal(await runner.finalContent(), SUNNY);
  assert.deepEqual(asked, ["Paris"]);
}

async function prediction({ client }) {
  const { choices } = await client.chat.completions.create({
    ...asks(FRANCE),
    prediction: { type: "content", content: PARIS },
  });
  assert.equal(choices[0].message.content, PARIS);
}

async function cutShort({ client }) {
  const { choices, usage } = await client.chat.completions.create({
    ...asks(COUNT),
    max_completion_tokens: 20,
  });
  assert.equal(choices[0].finish_reason, "length");
  assert.equal(usage.completion_tokens, 20);
}

async function formatted({ client }) {
  const schema = { type: "object", properties: { capital: { type: "string" } }, required: ["capital"] };
  const { choices } = await client.chat.completions.parse({
    ...asks("The capital of that country, as JSON."),
    response_format: { type: "json_schema", json_schema: { name: "capital", schema } },
  });
  assert.deepEqual(JSON.parse(choices[0].message.content), { capital: "Paris" });
}

async function aborted({ client }) {
  const chunks = await client.chat.completions.create({ ...asks(COUNT), stream: true });
  for await (const _ of chunks) break;
  const { choices } = await client.chat.completions.create(asks(FRANCE));
  assert.equal(choices[0].message.content, PARIS);
}

async function errors({ client }) {
  await throwsApiError(
    client.chat.completions.create({ ...asks(FRANCE), model: "none" }),
    404,
    "model_not_found",
  );
  const error = await throwsApiError(
    client.chat.completions.create({ model: MODEL, messages: "hello" }),
    400,
  );
  assert.equal(error.param, "messages");
}
