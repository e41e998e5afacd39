import assert from "node:assert/strict";
import { VERSION } from "openai/version";
import { startFlint } from "../server/flint-server.mjs";
import { connect, steerFrame } from "./connection.mjs";
import { textOf } from "./expect.mjs";
import { clientOf } from "./http.mjs";
import { COUNT, FRANCE, LINGER, LINGERED, SLOWLY, scenario, WEATHER, WEATHER_TOOL } from "./scenario.mjs";

/** Most pending steers of one response. */
const PENDING = 16;
/** Steers take effect at the end of the item being written, as in OpenAI's API. */
const AT_ITEM = { flint: { steer_boundary: "item" } };
const FRENCH = "In French, please.";
const SPANISH = "In Spanish, please.";

/** @type {import("../check.mjs").Check<{ client: import("openai").OpenAI }>} */
export const openaiSteering = {
  client: "openai (steering)",
  version: VERSION,
  async open() {
    const flint = await startFlint(scenario);
    return { client: clientOf(flint.url), close: flint.close };
  },
  features: [
    { feature: "in progress: accepted, incomplete (steered), the successor by itself", run: steered },
    { feature: "on a named lane: every event echoes the lane", run: onLane },
    { feature: "queued, and more steers: all in order in one successor", run: inOrder },
    { feature: "queued, at the end of an item: finishes it", run: atItem },
    { feature: "queued, finishes normally: completed, the successor by itself", run: finishes },
    { feature: "queued, too many: too_many_pending_steers", run: tooMany },
    { feature: "queued, ends with a call: pending, once per steer", run: pending },
    { feature: "pending: committed before the tool's output", run: committed },
    { feature: "queued: a tool's output that is sent at once takes the steer along", run: early },
    { feature: "queued, no successor: successor_creation_failed gives the input back", run: noSuccessor },
    { feature: "a steered response goes on being steered", run: again },
    { feature: "unknown response: response_not_found", run: unknown },
    { feature: "completed response: response_already_completed", run: completed },
    { feature: "interrupted response: response_not_active", run: notActive },
    { feature: "a resumed response: the successor comes where it was resumed", run: resumed },
    { feature: "a response that compacts: steering_not_supported, and nothing changes", run: notSupported },
    { feature: "other fields, roles or no input: invalid_input, and nothing changes", run: invalid },
  ],
};

async function steered({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const target = await reader.begin({ input: COUNT, instructions: "Be brief.", metadata: { of: "steer" } });
  steer(target.id, FRENCH);
  const { event: accepted } = await reader.until("response.steer.accepted");
  assert.match(accepted.steer.id, /./);
  assert.equal(accepted.steer.previous_response_id, target.id);
  assert.equal(typeof accepted.sequence_number, "number");
  const { event: end, response: cut } = await reader.until("response.incomplete");
  assert.equal(cut.id, target.id);
  assert.equal(cut.incomplete_details.reason, "steered");
  assert.match(textOf(cut), /^and/);
  assert.ok(end.sequence_number > accepted.sequence_number, "the steer has a counter of its own");
  const { response: successor, before } = await reader.until("response.created");
  assert.deepEqual(before, []);
  assert.notEqual(successor.id, target.id);
  assert.equal(successor.previous_response_id, target.id);
  assert.equal(successor.instructions, "Be brief.");
  assert.deepEqual(successor.metadata, { of: "steer" });
  const { response: last } = await reader.until("response.completed");
  assert.equal(last.id, successor.id);
  assert.equal(textOf(last), "un, deux, trois");
}

async function onLane({ client }, signal) {
  const { lane, steer, socket } = await connect(client, signal);
  const seen = [];
  socket.on("event", (event) => seen.push(event));
  const reader = lane("named");
  const { id } = await reader.begin({ input: COUNT });
  steer(id, FRENCH);
  await reader.until("response.completed");
  assert.ok(seen.some(({ type }) => type === "response.steer.accepted"));
  assert.deepEqual([...new Set(seen.map(({ stream_id }) => stream_id))], ["named"]);
}

async function inOrder({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const { id } = await reader.begin({ input: SLOWLY, store: true, ...AT_ITEM });
  const texts = ["First this.", "Then that.", SPANISH];
  for (const text of texts) steer(id, text);
  const ids = [];
  for (const _ of texts) ids.push((await reader.until("response.steer.accepted")).event.steer.id);
  assert.equal(new Set(ids).size, texts.length);
  const { response: successor } = await reader.until("response.created");
  assert.equal(textOf((await reader.until("response.completed")).response), "uno, dos, tres");
  assert.deepEqual(await inputTexts(client, successor.id), texts);
}

async function atItem({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const { id } = await reader.begin({ input: SLOWLY, ...AT_ITEM });
  steer(id, FRENCH);
  const { response } = await reader.until("response.incomplete");
  assert.equal(response.incomplete_details.reason, "steered");
  assert.deepEqual(
    response.output.map(({ status }) => status),
    ["completed"],
  );
  assert.equal(textOf(response), "one two three");
  assert.equal(textOf((await reader.until("response.completed")).response), "un, deux, trois");
}

async function finishes({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const { id } = await reader.begin({ input: LINGER, ...AT_ITEM });
  steer(id, FRENCH);
  await reader.until("response.steer.accepted");
  const { response } = await reader.until("response.completed");
  assert.equal(response.id, id);
  assert.equal(textOf(response), LINGERED);
  assert.equal((await reader.until("response.created")).response.previous_response_id, id);
  assert.equal(textOf((await reader.until("response.completed")).response), "un, deux, trois");
}

async function tooMany({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const { id } = await reader.begin({ input: SLOWLY, ...AT_ITEM });
  for (let count = 0; count <= PENDING; count += 1) steer(id, FRENCH);
  for (let count = 0; count < PENDING; count += 1) await reader.until("response.steer.accepted");
  const { event } = await reader.until("response.steer.failed");
  assert.equal(event.error.code, "too_many_pending_steers");
  assert.deepEqual(event.steer.input, steerFrame(id, FRENCH).input);
  await reader.until("response.created");
  assert.equal(textOf((await reader.until("response.completed")).response), "un, deux, trois");
}

async function pending({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const { ids, required } = await pendingSteers(reader, steer, [FRENCH, SPANISH]);
  assert.equal(new Set(ids).size, 2);
  assert.deepEqual(
    required.map(({ type, name }) => ({ type, name })),
    [{ type: "function_call_output", name: "weather" }],
  );
}

async function committed({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const { id, required } = await pendingSteers(reader, steer, [FRENCH], { store: true });
  const input = [{ type: "function_call_output", call_id: required[0].call_id, output: "In Spanish: sol" }];
  reader.create({ previous_response_id: id, input, store: true });
  const { response } = await reader.until("response.created");
  assert.equal(response.previous_response_id, id);
  assert.equal(textOf((await reader.until("response.completed")).response), "uno, dos, tres");
  const { data } = await client.responses.inputItems.list(response.id, { order: "asc" });
  assert.deepEqual(
    data.map(({ type }) => type),
    ["message", "function_call_output"],
  );
  assert.equal(data[0].content[0].text, FRENCH);
}

async function early({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const { id } = await reader.begin({ input: WEATHER, tools: [WEATHER_TOOL], ...AT_ITEM });
  await reader.until("response.function_call_arguments.delta");
  steer(id, FRENCH);
  await reader.until("response.steer.accepted");
  const { event } = await reader.until("response.output_item.done");
  const { call_id } = event.item;
  const input = [{ type: "function_call_output", call_id, output: "In Spanish: sol" }];
  reader.create({ previous_response_id: id, input, store: true });
  const { response } = await reader.until("response.created");
  assert.equal(textOf((await reader.until("response.completed")).response), "uno, dos, tres");
  const { data } = await client.responses.inputItems.list(response.id, { order: "asc" });
  assert.deepEqual(
    data.map(({ type }) => type),
    ["message", "function_call_output"],
  );
}

async function noSuccessor({ client }, signal) {
  const { lane, steer, interrupt } = await connect(client, signal);
  const reader = lane();
  const { id } = await reader.begin({ input: COUNT, ...AT_ITEM });
  steer(id, FRENCH);
  const { event: accepted } = await reader.until("response.steer.accepted");
  interrupt(id);
  const { event } = await reader.until("response.steer.failed");
  assert.equal(event.error.code, "successor_creation_failed");
  assert.equal(event.error.type, "invalid_request_error");
  assert.equal(event.steer.id, accepted.steer.id);
  assert.deepEqual(event.steer.input, steerFrame(id, FRENCH).input);
}

async function again({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const first = await reader.begin({ input: COUNT });
  steer(first.id, COUNT);
  const { response: second } = await reader.until("response.created");
  await reader.until("response.output_text.delta");
  steer(second.id, FRENCH);
  const { response: third } = await reader.until("response.created");
  assert.equal(third.previous_response_id, second.id);
  assert.equal(textOf((await reader.until("response.completed")).response), "un, deux, trois");
}

async function unknown({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  steer("resp_none", FRENCH);
  const { event } = await reader.until("response.steer.failed");
  assert.equal(event.error.code, "response_not_found");
  assert.equal(event.error.type, "invalid_request_error");
  assert.ok(!("id" in event.steer), "a steer that was not taken has an id");
  assert.equal(event.steer.previous_response_id, "resp_none");
  assert.deepEqual(event.steer.input, steerFrame("", FRENCH).input);
}

async function completed({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const { id } = await reader.answer({ input: FRANCE });
  steer(id, FRENCH);
  const { event } = await reader.until("response.steer.failed");
  assert.equal(event.error.code, "response_already_completed");
  assert.equal(textOf(await reader.answer({ previous_response_id: id, input: FRENCH })), "un, deux, trois");
}

async function notActive({ client }, signal) {
  const { lane, steer, interrupt } = await connect(client, signal);
  const reader = lane();
  const { id } = await reader.begin({ input: COUNT });
  interrupt(id);
  await reader.until("response.incomplete");
  steer(id, FRENCH);
  assert.equal((await reader.until("response.steer.failed")).event.error.code, "response_not_active");
}

async function resumed({ client }, signal) {
  const owner = await connect(client, signal);
  const { id } = await owner.lane().begin({ input: COUNT, store: true });
  const { lane, steer, sendRaw } = await connect(client, signal);
  const reader = lane();
  sendRaw({ type: "response.resume", response_id: id });
  await reader.until("response.output_text.delta");
  steer(id, FRENCH);
  await reader.until("response.steer.accepted");
  const { response: cut } = await reader.until("response.incomplete");
  assert.equal(cut.id, id);
  assert.equal(cut.incomplete_details.reason, "steered");
  assert.equal((await reader.until("response.created")).response.previous_response_id, id);
  assert.equal(textOf((await reader.until("response.completed")).response), "un, deux, trois");
}

async function notSupported({ client }, signal) {
  const { lane, steer } = await connect(client, signal);
  const reader = lane();
  const { id: previous_response_id } = await reader.answer({ input: FRANCE });
  reader.create({ previous_response_id, input: [{ type: "compaction_trigger" }] });
  const { response } = await reader.until("response.created");
  steer(response.id, FRENCH);
  assert.equal((await reader.until("response.steer.failed")).event.error.code, "steering_not_supported");
  const { response: short } = await reader.until("response.completed");
  assert.equal(short.id, response.id);
  assert.deepEqual(
    short.output.map(({ type }) => type),
    ["compaction"],
  );
}

async function invalid({ client }, signal) {
  const { lane, sendRaw } = await connect(client, signal);
  const reader = lane();
  const { id } = await reader.begin({ input: SLOWLY });
  const steer = steerFrame(id, FRENCH);
  const [message] = steer.input;
  const bad = [
    { ...steer, input: [] },
    { ...steer, input: [{ ...message, role: "assistant" }] },
    { ...steer, input: [{ type: "function_call_output", call_id: "call_1", output: "" }] },
    { ...steer, model: "flint-script" },
    { ...steer, stream_id: "a" },
  ];
  for (const frame of bad) {
    sendRaw(frame);
    const { event } = await reader.until("response.steer.failed");
    assert.equal(event.error.code, "invalid_input");
    assert.equal(event.steer.id, undefined);
  }
  const { response } = await reader.until("response.completed");
  assert.equal(response.id, id);
}

/** Steers a response that ends with a call, and reads up to the last `pending`. */
async function pendingSteers(reader, steer, texts, fields) {
  const { id } = await reader.begin({ input: WEATHER, tools: [WEATHER_TOOL], ...AT_ITEM, ...fields });
  await reader.until("response.function_call_arguments.delta");
  for (const text of texts) steer(id, text);
  const ids = [];
  for (const _ of texts) ids.push((await reader.until("response.steer.accepted")).event.steer.id);
  assert.equal((await reader.until("response.completed")).response.id, id);
  let required;
  for (const steerId of ids) {
    const { event } = await reader.until("response.steer.pending");
    assert.equal(event.steer.id, steerId);
    assert.equal(event.steer.previous_response_id, id);
    assert.equal(event.reason, "waiting_for_required_input");
    required = event.required_input;
  }
  return { id, ids, required };
}

async function inputTexts(client, id) {
  const { data } = await client.responses.inputItems.list(id, { order: "asc" });
  return data.map(({ content }) => content[0].text);
}
