import assert from "node:assert/strict";
import { fetchedPackages } from "./fetched.mjs";
import {
  BOTH,
  COUNT,
  FAIL,
  FRANCE,
  ITALY,
  MODEL,
  PARIS,
  ROME,
  SUNNY,
  scenario,
  WEATHER,
  WEATHER_TOOL,
} from "./openai/scenario.mjs";
import { startFlint } from "./server/flint-server.mjs";

const VERSIONS = { "@langchain/openai": "1.6.0", "@langchain/core": "1.4.0" };
const EXTRACT = "Extract the capital.";
const CAPITAL = {
  title: "capital",
  description: "A capital",
  ...{ type: "object", properties: { capital: { type: "string" } } },
  ...{ required: ["capital"], additionalProperties: false },
};

/** The scenario, with a model that answers with a call when given a schema as a tool. */
const extracting = {
  ...scenario,
  turns: [
    {
      when: { contains: EXTRACT },
      steps: [{ function_call: { name: "capital", arguments: { capital: "Paris" } } }],
    },
    ...scenario.turns,
  ],
};

/** @type {import("./check.mjs").Check<any>} */
export const langchain = {
  client: "@langchain/openai",
  version: VERSIONS["@langchain/openai"],
  async open() {
    const packages = await fetchedPackages("langchain", VERSIONS);
    const { ChatOpenAI } = packages["@langchain/openai"];
    const flint = await startFlint(extracting);
    const modelOf = (useResponsesApi) =>
      new ChatOpenAI({
        ...{ model: MODEL, apiKey: "none", maxRetries: 0, useResponsesApi },
        configuration: { baseURL: `${flint.url}/v1` },
      });
    return { modelOf, close: flint.close };
  },
  features: [...featuresOf("responses", true), ...featuresOf("chat completions", false)],
};

function featuresOf(name, useResponsesApi) {
  const feature = (what, run) => ({
    feature: `${name}: ${what}`,
    run: ({ modelOf }, signal) => run(modelOf(useResponsesApi), signal),
  });
  return [
    feature("invoke", invokes),
    feature("stream", streams),
    feature("a conversation", conversation),
    feature("a tool call and its result", usesTool),
    feature("parallel tool calls, streamed", usesTools),
    feature("withStructuredOutput, by a schema", (model, signal) => structured(model, signal, "jsonSchema")),
    feature("withStructuredOutput, by a tool", (model, signal) =>
      structured(model, signal, "functionCalling"),
    ),
    feature("a stream that is aborted", aborted),
    feature("a response that fails, plain and streamed", fails),
  ];
}

async function invokes(model, signal) {
  const { text, usage_metadata } = await model.invoke(FRANCE, { signal });
  assert.equal(text, PARIS);
  assert.ok(usage_metadata.input_tokens > 0 && usage_metadata.output_tokens > 0);
}

async function streams(model, signal) {
  const pieces = [];
  for await (const { text } of await model.stream(FRANCE, { signal })) if (text !== "") pieces.push(text);
  assert.equal(pieces.join(""), PARIS);
  assert.ok(pieces.length > 3, "the text came in one piece");
}

async function conversation(model, signal) {
  const first = await model.invoke([["user", FRANCE]], { signal });
  const second = await model.invoke([["user", FRANCE], first, ["user", ITALY]], { signal });
  assert.equal(second.text, ROME);
}

const WEATHER_FUNCTION = {
  type: "function",
  function: {
    name: WEATHER_TOOL.name,
    description: WEATHER_TOOL.description,
    parameters: WEATHER_TOOL.parameters,
  },
};

async function usesTool(model, signal) {
  const withTools = model.bindTools([WEATHER_FUNCTION]);
  const asking = await withTools.invoke([["user", WEATHER]], { signal });
  assert.deepEqual(
    asking.tool_calls.map(({ name, args }) => ({ name, args })),
    [{ name: "weather", args: { city: "Paris" } }],
  );
  const told = { role: "tool", tool_call_id: asking.tool_calls[0].id, content: "sunny" };
  const { text } = await withTools.invoke([["user", WEATHER], asking, told], { signal });
  assert.equal(text, SUNNY);
}

async function usesTools(model, signal) {
  let whole;
  for await (const chunk of await model.bindTools([WEATHER_FUNCTION]).stream(BOTH, { signal })) {
    whole = whole === undefined ? chunk : whole.concat(chunk);
  }
  assert.deepEqual(
    whole.tool_calls.map(({ args }) => args),
    [{ city: "Paris" }, { city: "Rome" }],
  );
}

async function structured(model, signal, method) {
  const question = method === "functionCalling" ? EXTRACT : "The capital of that country, as JSON.";
  const asking = model.withStructuredOutput(CAPITAL, { name: "capital", method });
  assert.deepEqual(await asking.invoke(question, { signal }), { capital: "Paris" });
}

async function aborted(model, signal) {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const reading = async () => {
    for await (const _ of await model.stream(COUNT, { signal: either })) stop.abort();
  };
  await assert.rejects(reading, /abort/i);
}

async function fails(model, signal) {
  await assert.rejects(model.invoke(FAIL, { signal }), /the scripted failure/);
  const reading = async () => {
    for await (const _ of await model.stream(FAIL, { signal }));
  };
  await assert.rejects(reading, /the scripted failure/);
}
