import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createOpenAI } from "@ai-sdk/openai";
import { generateText, jsonSchema, Output, stepCountIs, streamText, tool } from "ai";
import { ROOT } from "../setup/paths.mjs";
import {
  BOTH,
  COUNT,
  EVERYTHING,
  FAIL,
  FRANCE,
  ITALY,
  MODEL,
  PARIS,
  ROME,
  SUNNY,
  scenario,
  WEATHER,
} from "./openai/scenario.mjs";
import { startFlint } from "./server/flint-server.mjs";

const STEPS = stepCountIs(5);
/** By default, the package prints errors of a stream; {@link play} throws them. */
const QUIET = { onError() {} };

/** @typedef {ReturnType<typeof createOpenAI>} Provider */

/** @type {import("./check.mjs").Check<{ provider: Provider }>} */
export const aiSdk = {
  client: "ai with @ai-sdk/openai",
  version: `${versionOf("ai")} / ${versionOf("@ai-sdk/openai")}`,
  async open() {
    const flint = await startFlint(scenario);
    return {
      provider: createOpenAI({ baseURL: `${flint.url}/v1`, apiKey: "local" }),
      close: flint.close,
    };
  },
  features: [
    ...featuresOf("responses", "responses"),
    ...featuresOf("chat", "chat completions"),
    ...responsesOnly(),
  ],
};

/** @returns {import("./check.mjs").Feature<{ provider: Provider }>[]} the same features for both APIs */
function featuresOf(api, name) {
  const on =
    (run) =>
    ({ provider }, signal) =>
      run({ model: provider[api](MODEL), maxRetries: 0, abortSignal: signal });
  return [
    { feature: `${name}: generateText`, run: on(generates) },
    { feature: `${name}: streamText`, run: on(streams) },
    { feature: `${name}: streamText with a tool`, run: on(streamsWithTool) },
    { feature: `${name}: streamText with parallel tool calls`, run: on(streamsWithTools) },
    { feature: `${name}: a conversation`, run: on(conversation) },
    { feature: `${name}: an object of a schema`, run: on(object) },
    { feature: `${name}: an object of a schema, streamed`, run: on(streamsObject) },
    { feature: `${name}: a stream that is aborted`, run: on(aborted) },
    { feature: `${name}: a response that fails, plain and streamed`, run: on(fails) },
  ];
}

/** @returns {import("./check.mjs").Feature<{ provider: Provider }>[]} */
function responsesOnly() {
  return [
    { feature: "responses: previousResponseId", run: continued },
    { feature: "responses: reasoning parts", run: reasoning },
    { feature: "responses: tools with store: false", run: unstored },
  ];
}

async function generates(settings) {
  const { text, finishReason, usage } = await generateText({ ...settings, prompt: FRANCE });
  assert.equal(text, PARIS);
  assert.equal(finishReason, "stop");
  assert.ok(usage.inputTokens > 0 && usage.outputTokens > 0);
}

async function streams(settings) {
  const { pieces } = await play(streamText({ ...settings, ...QUIET, prompt: FRANCE }));
  assert.equal(pieces.join(""), PARIS);
  assert.ok(pieces.length > 3, "the text came in one piece");
}

async function streamsWithTool(settings) {
  const { asked, tools } = weatherTools();
  const result = streamText({ ...settings, ...QUIET, tools, stopWhen: STEPS, prompt: WEATHER });
  const { kinds } = await play(result);
  for (const kind of ["tool-input-delta", "tool-call", "tool-result", "text-delta", "finish"]) {
    assert.ok(kinds.has(kind), `no ${kind} came`);
  }
  assert.deepEqual(asked, ["Paris"]);
  assert.equal(await result.text, SUNNY);
  assert.equal((await result.steps).length, 2);
  assert.ok((await result.totalUsage).totalTokens > 0);
}

async function streamsWithTools(settings) {
  const { asked, tools } = weatherTools();
  const result = streamText({ ...settings, ...QUIET, tools, stopWhen: STEPS, prompt: BOTH });
  await play(result);
  assert.equal(await result.text, SUNNY);
  assert.deepEqual(asked.sort(), ["Paris", "Rome"]);
}

async function conversation(settings) {
  const messages = [{ role: "user", content: FRANCE }];
  const first = await generateText({ ...settings, system: "Answer in one sentence.", messages });
  messages.push(...first.response.messages, { role: "user", content: ITALY });
  const second = await generateText({ ...settings, system: "Answer in one sentence.", messages });
  assert.equal(second.text, ROME);
  assert.ok(second.usage.inputTokens > first.usage.totalTokens, "the first exchange is not in the prompt");
}

const CAPITAL = {
  output: Output.object({
    schema: jsonSchema({
      type: "object",
      properties: { capital: { type: "string" } },
      required: ["capital"],
      additionalProperties: false,
    }),
  }),
  prompt: "The capital of that country, as JSON.",
};

async function object(settings) {
  const { output } = await generateText({ ...settings, ...CAPITAL });
  assert.deepEqual(output, { capital: "Paris" });
}

async function streamsObject(settings) {
  const result = streamText({ ...settings, ...QUIET, ...CAPITAL });
  let last;
  for await (const partial of result.partialOutputStream) last = partial;
  assert.deepEqual(last, { capital: "Paris" });
}

async function aborted({ abortSignal, ...settings }) {
  const stop = new AbortController();
  const signal = AbortSignal.any([abortSignal, stop.signal]);
  const result = streamText({ ...settings, ...QUIET, abortSignal: signal, prompt: COUNT });
  const { kinds } = await play(result, () => stop.abort());
  assert.ok(kinds.has("abort"), "it was not aborted");
}

async function fails(settings) {
  await assert.rejects(generateText({ ...settings, prompt: FAIL }), /the scripted failure/);
  const streamed = streamText({ ...settings, ...QUIET, prompt: FAIL });
  // The error of a stream is an Error or the API's error object.
  const told = await play(streamed).catch((cause) => cause.message ?? JSON.stringify(cause));
  assert.match(told, /the scripted failure/);
}

async function continued({ provider }, signal) {
  const settings = { model: provider.responses(MODEL), maxRetries: 0, abortSignal: signal };
  const first = await generateText({ ...settings, prompt: FRANCE });
  const { responseId } = first.providerMetadata.openai;
  const second = await generateText({
    ...settings,
    prompt: ITALY,
    providerOptions: { openai: { previousResponseId: responseId } },
  });
  assert.equal(second.text, ROME);
  assert.ok(second.usage.inputTokens > first.usage.totalTokens, "the first exchange is not in the prompt");
}

async function reasoning({ provider }, signal) {
  const settings = { model: provider.responses(MODEL), maxRetries: 0, abortSignal: signal };
  const result = streamText({ ...settings, ...QUIET, prompt: EVERYTHING });
  const { kinds } = await play(result);
  assert.ok(kinds.has("reasoning-start"), "no reasoning came");
  assert.ok((await result.usage).outputTokenDetails.reasoningTokens > 0, "no reasoning tokens");
}

/** With `store: false`, the server keeps nothing of earlier steps: the package resends them. */
async function unstored({ provider }, signal) {
  const { asked, tools } = weatherTools();
  const settings = { model: provider.responses(MODEL), maxRetries: 0, abortSignal: signal };
  const providerOptions = { openai: { store: false } };
  const result = streamText({
    ...settings,
    ...QUIET,
    tools,
    stopWhen: STEPS,
    providerOptions,
    prompt: WEATHER,
  });
  await play(result);
  assert.equal(await result.text, SUNNY);
  assert.deepEqual(asked, ["Paris"]);
}

/** Reads a stream to its end. Throws its error, which the package passes on as a part of the stream. */
async function play({ fullStream }, onText = () => {}) {
  const kinds = new Set();
  const pieces = [];
  for await (const part of fullStream) {
    if (part.type === "error") throw part.error;
    kinds.add(part.type);
    if (part.type !== "text-delta") continue;
    pieces.push(part.text);
    onText();
  }
  return { kinds, pieces };
}

function weatherTools() {
  const asked = [];
  const weather = tool({
    description: "The weather in a city",
    inputSchema: jsonSchema({
      type: "object",
      properties: { city: { type: "string" } },
      required: ["city"],
      additionalProperties: false,
    }),
    async execute({ city }) {
      asked.push(city);
      return "sunny";
    },
  });
  return { asked, tools: { weather } };
}

function versionOf(name) {
  return JSON.parse(readFileSync(`${ROOT}node_modules/${name}/package.json`, "utf8")).version;
}
