import assert from "node:assert/strict";
import { VERSION } from "openai/version";
import { startFlint } from "../server/flint-server.mjs";
import { startRecorder } from "../server/recorder.mjs";
import { connect, happens } from "./connection.mjs";
import { textOf } from "./expect.mjs";
import { clientOf } from "./http.mjs";
import { lanes } from "./lanes.mjs";
import {
  COUNT,
  EVERYTHING,
  FAIL,
  FRANCE,
  ITALY,
  PARIS,
  PATCH_TOOL,
  ROME,
  SUNNY,
  scenario,
  THINK,
  WEATHER,
  WEATHER_TOOL,
} from "./scenario.mjs";

/** @type {import("../check.mjs").Check<{ client: import("openai").OpenAI, url: string }>} */
export const openaiWebSocket = {
  client: "openai (WebSocket)",
  version: VERSION,
  async open() {
    const flint = await startFlint(scenario);
    return { client: clientOf(flint.url), url: flint.url, close: flint.close };
  },
  features: [
    { feature: "create: events in order, numbered, without stream_id on the default lane", run: create },
    { feature: "create: every kind of item", run: everyItem },
    { feature: "create: `stream` and unknown fields are passed over", run: unknownFields },
    { feature: "create: a response that fails", run: failing },
    { feature: "a function call and its output", run: functionCall },
    { feature: "warm-up: answered at once with no output", run: warmUp },
    { feature: "warm-up: its input is part of the chain", run: warmUpState },
    { feature: "continuation with store: false", run: continuation },
    { feature: "continuation with an empty input", run: emptyInput },
    { feature: "continuation: not on another socket with store: false", run: otherSocket },
    { feature: "continuation: on another socket, and over HTTP, with store: true", run: storedElsewhere },
    ...lanes,
    { feature: "errors: what is not JSON, and an unknown frame, leave the socket open", run: badFrames },
    { feature: "interrupt: drops what is open, and the chain goes on", run: interrupt },
    { feature: "interrupt: too late", run: interruptLate },
    { feature: "keep-alives while nothing is said", run: keepAlive },
    { feature: "reconnect after a lost connection", run: reconnect },
    { feature: "a lost connection stops the response", run: lostConnection },
  ],
};

async function create({ client }, signal) {
  const lane = (await connect(client, signal)).lane();
  lane.create({ input: FRANCE });
  const { event, response, before } = await lane.until("response.completed");
  const events = [...before, event];
  assert.deepEqual(
    events.map(({ sequence_number }) => sequence_number),
    [...events.keys()],
  );
  assert.ok(
    events.every((one) => !("stream_id" in one)),
    "an event of the default lane has a stream_id",
  );
  assert.deepEqual(
    events.map(({ type }) => type).filter((type) => !type.endsWith(".delta")),
    [
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.content_part.added",
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.completed",
    ],
  );
  assert.equal(textOf(response), PARIS);
  const { input_tokens, output_tokens, total_tokens } = response.usage;
  assert.equal(total_tokens, input_tokens + output_tokens);
}

async function everyItem({ client }, signal) {
  const lane = (await connect(client, signal)).lane("items");
  const { output } = await lane.answer({ input: EVERYTHING, tools: [WEATHER_TOOL, PATCH_TOOL] });
  assert.deepEqual(
    output.map(({ type }) => type),
    ["reasoning", "message", "function_call", "custom_tool_call"],
  );
}

async function unknownFields({ client }, signal) {
  const { sendRaw, lane } = await connect(client, signal);
  const reader = lane();
  const client_metadata = { session_id: "s", turn_id: "" };
  sendRaw({ type: "response.create", stream: true, store: false, client_metadata, input: FRANCE });
  assert.equal((await reader.final()).output_text, PARIS);
}

async function failing({ client }, signal) {
  const lane = (await connect(client, signal)).lane();
  const response = await lane.answer({ input: FAIL });
  assert.equal(response.status, "failed");
  assert.match(response.error.message, /the scripted failure/);
  assert.equal((await lane.answer({ input: FRANCE })).output_text, PARIS);
}

async function functionCall({ client }, signal) {
  const lane = (await connect(client, signal)).lane();
  const tools = [WEATHER_TOOL];
  const { id, output } = await lane.answer({ input: WEATHER, tools });
  const { call_id } = output.find(({ type }) => type === "function_call");
  const input = [{ type: "function_call_output", call_id, output: "sunny" }];
  assert.equal((await lane.answer({ previous_response_id: id, input, tools })).output_text, SUNNY);
}

async function warmUp({ client }, signal) {
  const lane = (await connect(client, signal)).lane();
  lane.create({ generate: false, input: [{ role: "developer", content: "Answer in one sentence." }] });
  const { response, before } = await lane.until("response.completed");
  assert.deepEqual(
    before.map(({ type }) => type),
    ["response.created"],
  );
  assert.equal(response.status, "completed");
  assert.deepEqual(response.output, []);
}

async function warmUpState({ client }, signal) {
  const lane = (await connect(client, signal)).lane();
  const rules = [{ role: "developer", content: "Answer in one sentence. ".repeat(40) }];
  const whole = await lane.answer({ input: [...rules, { role: "user", content: FRANCE }] });
  const warm = await lane.answer({ generate: false, input: rules });
  const response = await lane.answer({ previous_response_id: warm.id, input: FRANCE });
  assert.equal(response.output_text, PARIS);
  assert.equal(response.usage.input_tokens, whole.usage.input_tokens);
  assert.ok(response.usage.input_tokens_details.cached_tokens > 100, "the warm-up was not prefilled");
}

async function continuation({ client }, signal) {
  const lane = (await connect(client, signal)).lane("chain");
  let parent = await lane.answer({ input: FRANCE });
  for (const [question, answer] of [
    [ITALY, ROME],
    [FRANCE, PARIS],
    [ITALY, ROME],
  ]) {
    const response = await lane.answer({ previous_response_id: parent.id, input: question });
    assert.equal(response.output_text, answer);
    assert.equal(response.previous_response_id, parent.id);
    assert.ok(response.usage.input_tokens > parent.usage.total_tokens, "the chain is not in the prompt");
    parent = response;
  }
}

async function emptyInput({ client }, signal) {
  const lane = (await connect(client, signal)).lane();
  const { id } = await lane.answer({ generate: false, input: FRANCE });
  assert.equal((await lane.answer({ previous_response_id: id, input: [] })).output_text, PARIS);
}

async function otherSocket({ client }, signal) {
  const { id } = await (await connect(client, signal)).lane().answer({ input: FRANCE });
  const lane = (await connect(client, signal)).lane();
  lane.create({ previous_response_id: id, input: ITALY });
  const { event } = await lane.until("error");
  assert.ok([400, 404].includes(event.status), `status ${event.status}`);
  assert.equal(event.error.code, "previous_response_not_found");
  assert.equal(event.error.param, "previous_response_id");
}

async function storedElsewhere({ client }, signal) {
  const { id } = await (await connect(client, signal)).lane().answer({ input: FRANCE, store: true });
  const lane = (await connect(client, signal)).lane();
  assert.equal((await lane.answer({ previous_response_id: id, input: ITALY })).output_text, ROME);
  const { model } = await client.responses.retrieve(id);
  const overHttp = await client.responses.create({ model, previous_response_id: id, input: ITALY });
  assert.equal(overHttp.output_text, ROME);
}

async function badFrames({ client }, signal) {
  const { sendRaw, lane } = await connect(client, signal);
  const reader = lane();
  for (const frame of ["not json", "[]", { type: "response.unknown" }, { input: FRANCE }]) {
    sendRaw(frame);
    const { event } = await reader.until("error");
    assert.equal(event.status, 400);
    assert.ok(event.error.message.length > 0);
  }
  assert.equal((await reader.answer({ input: FRANCE })).output_text, PARIS);
}

async function interrupt({ client }, signal) {
  const { lane, interrupt: stop } = await connect(client, signal);
  const reader = lane("interrupted");
  const { id } = await reader.begin({ input: COUNT });
  stop(id);
  const { event: accepted } = await reader.until("response.interrupt.accepted");
  assert.equal(accepted.response_id, id);
  const { response } = await reader.until("response.incomplete");
  assert.equal(response.incomplete_details.reason, "interrupted");
  assert.deepEqual(response.output, []);
  const next = await reader.answer({ previous_response_id: id, input: FRANCE });
  assert.equal(next.output_text, PARIS);
}

async function interruptLate({ client }, signal) {
  const { lane, interrupt: stop } = await connect(client, signal);
  const reader = lane();
  const { id } = await reader.answer({ input: FRANCE });
  stop(id);
  const { event } = await reader.until("response.interrupt.failed");
  assert.equal(event.response_id, id);
  assert.ok(event.error.code && event.error.message);
  assert.equal((await reader.answer({ previous_response_id: id, input: ITALY })).output_text, ROME);
}

async function keepAlive({ client }, signal) {
  const lane = (await connect(client, signal)).lane();
  lane.create({ input: THINK });
  const { response, before } = await lane.until("response.completed");
  assert.ok(
    before.some(({ type }) => type === "keepalive"),
    "nothing came during the silence",
  );
  assert.equal(textOf(response), "Well, yes.");
}

/** The package reconnects by itself, but the application must repeat running requests. */
async function reconnect({ url }, signal) {
  const recorder = await startRecorder(url);
  try {
    const connection = await connect(clientOf(recorder.url), signal, {
      reconnect: { onReconnecting() {}, initialDelay: 20 },
    });
    const before = connection.lane("before");
    const stored = await before.answer({ input: FRANCE, store: true });
    const local = await before.answer({ input: FRANCE });
    await before.begin({ input: COUNT });
    const mended = happens(connection, "reconnected", signal);
    recorder.cut();
    await mended;
    assert.equal(recorder.sockets, 2);
    connection.startAnew();
    const after = connection.lane("after");
    const next = await after.answer({ previous_response_id: stored.id, input: ITALY });
    assert.equal(next.output_text, ROME);
    after.create({ previous_response_id: local.id, input: ITALY });
    assert.equal((await after.until("error")).event.error.code, "previous_response_not_found");
  } finally {
    await recorder.close();
  }
}

async function lostConnection({ client, url }, signal) {
  const recorder = await startRecorder(url);
  try {
    const lane = (await connect(clientOf(recorder.url), signal)).lane();
    const { id } = await lane.begin({ input: COUNT, store: true });
    recorder.cut();
    let stored;
    do stored = await client.responses.retrieve(id);
    while (stored.status === "in_progress" && !signal.aborted);
    assert.equal(stored.status, "cancelled");
    assert.ok(stored.usage.output_tokens < 1000, "it went on");
  } finally {
    await recorder.close();
  }
}
