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

const VERSION = "0.20.0";
const HISTORY = "Ask the historian.";
const HISTORIAN = "I am the historian.";

/** The scenario, with a model that hands off to another agent. */
const handingOver = {
  ...scenario,
  turns: [
    {
      when: { contains: HISTORY },
      steps: [{ function_call: { name: "transfer_to_Historian", arguments: {} } }],
    },
    { when: { last: "function_call_output", contains: "Historian" }, steps: [{ text: HISTORIAN }] },
    ...scenario.turns,
  ],
};

/** @type {import("./check.mjs").Check<any>} */
export const openaiAgents = {
  client: "@openai/agents",
  version: VERSION,
  async open() {
    const packages = await fetchedPackages("openai-agents", { "@openai/agents": VERSION, openai: "7.57.0" });
    const { default: OpenAI } = packages.openai;
    const flint = await startFlint(handingOver);
    const openAIClient = new OpenAI({ baseURL: `${flint.url}/v1`, apiKey: "none", maxRetries: 0 });
    return { agents: packages["@openai/agents"], openAIClient, close: flint.close };
  },
  features: [
    ...featuresOf("responses", true),
    ...featuresOf("chat completions", false),
    { feature: "responses: previousResponseId", run: on(true, continued) },
  ],
};

function on(useResponses, run) {
  return ({ agents, openAIClient }, signal) => {
    const { OpenAIProvider, Runner } = agents;
    const modelProvider = new OpenAIProvider({ openAIClient, useResponses });
    return run({ agents, signal, runner: new Runner({ modelProvider, tracingDisabled: true }) });
  };
}

function featuresOf(name, useResponses) {
  const feature = (what, run) => ({ feature: `${name}: ${what}`, run: on(useResponses, run) });
  return [
    feature("an answer", answers),
    feature("an answer, streamed", streams),
    feature("a tool", usesTool),
    feature("a tool, streamed", usesToolStreamed),
    feature("parallel tools", usesTools),
    feature("a handoff", handsOver),
    feature("an output of a type", typed),
    feature("a conversation", conversation),
    feature("a stream that is aborted", aborted),
    feature("a response that fails, plain and streamed", fails),
  ];
}

function agentOf({ agents }, fields = {}) {
  return new agents.Agent({ name: "Assistant", instructions: "Be brief.", model: MODEL, ...fields });
}

function weatherTools({ agents }) {
  const asked = [];
  const weather = agents.tool({
    ...{ name: "weather", description: "The weather in a city", parameters: WEATHER_TOOL.parameters },
    async execute({ city }) {
      asked.push(city);
      return "sunny";
    },
  });
  return { asked, tools: [weather] };
}

async function answers(on) {
  const { finalOutput } = await on.runner.run(agentOf(on), FRANCE, { signal: on.signal });
  assert.equal(finalOutput, PARIS);
}

async function streams(on) {
  const result = await on.runner.run(agentOf(on), FRANCE, { stream: true, signal: on.signal });
  const pieces = [];
  for await (const piece of result.toTextStream()) pieces.push(piece);
  await result.completed;
  assert.equal(pieces.join(""), PARIS);
  assert.ok(pieces.length > 3, "the text came in one piece");
}

async function usesTool(on) {
  const { asked, tools } = weatherTools(on);
  const { finalOutput } = await on.runner.run(agentOf(on, { tools }), WEATHER, { signal: on.signal });
  assert.equal(finalOutput, SUNNY);
  assert.deepEqual(asked, ["Paris"]);
}

async function usesToolStreamed(on) {
  const { asked, tools } = weatherTools(on);
  const options = { stream: true, signal: on.signal };
  const result = await on.runner.run(agentOf(on, { tools }), WEATHER, options);
  await result.completed;
  assert.equal(result.finalOutput, SUNNY);
  assert.deepEqual(asked, ["Paris"]);
}

async function usesTools(on) {
  const { asked, tools } = weatherTools(on);
  const { finalOutput } = await on.runner.run(agentOf(on, { tools }), BOTH, { signal: on.signal });
  assert.equal(finalOutput, SUNNY);
  assert.deepEqual(asked.sort(), ["Paris", "Rome"]);
}

async function handsOver(on) {
  const historian = agentOf(on, { name: "Historian" });
  const triage = agentOf(on, { name: "Triage", handoffs: [historian] });
  const { finalOutput, lastAgent } = await on.runner.run(triage, HISTORY, { signal: on.signal });
  assert.equal(finalOutput, HISTORIAN);
  assert.equal(lastAgent.name, "Historian");
}

async function typed(on) {
  const schema = {
    type: "object",
    properties: { capital: { type: "string" } },
    required: ["capital"],
    additionalProperties: false,
  };
  const outputType = { type: "json_schema", name: "capital", strict: true, schema };
  const question = "The capital of that country, as JSON.";
  const { finalOutput } = await on.runner.run(agentOf(on, { outputType }), question, { signal: on.signal });
  assert.deepEqual(finalOutput, { capital: "Paris" });
}

async function conversation(on) {
  const first = await on.runner.run(agentOf(on), FRANCE, { signal: on.signal });
  const messages = [...first.history, { role: "user", content: ITALY }];
  const second = await on.runner.run(agentOf(on), messages, { signal: on.signal });
  assert.equal(second.finalOutput, ROME);
}

async function aborted(on) {
  const stop = new AbortController();
  const signal = AbortSignal.any([on.signal, stop.signal]);
  const result = await on.runner.run(agentOf(on), COUNT, { stream: true, signal });
  for await (const _ of result.toTextStream()) stop.abort();
  await result.completed.catch(() => {});
  assert.ok(result.cancelled, "it was not cancelled");
}

async function fails(on) {
  await assert.rejects(on.runner.run(agentOf(on), FAIL, { signal: on.signal }), /the scripted failure/);
  const result = await on.runner.run(agentOf(on), FAIL, { stream: true, signal: on.signal });
  await assert.rejects(result.completed);
}

async function continued(on) {
  const first = await on.runner.run(agentOf(on), FRANCE, { signal: on.signal });
  const previousResponseId = first.lastResponseId;
  const second = await on.runner.run(agentOf(on), ITALY, { previousResponseId, signal: on.signal });
  assert.equal(second.finalOutput, ROME);
}
