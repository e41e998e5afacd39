import assert from "node:assert/strict";
import { readAll, textOf, throwsApiError } from "./expect.mjs";
import { COUNT, FRANCE, MODEL, PARIS } from "./scenario.mjs";

/**
 * Responses that the server stores.
 * @type {import("../check.mjs").Feature<{ client: import("openai").OpenAI }>[]}
 */
export const storedResponses = [
  { feature: "responses: retrieve", run: retrieve },
  { feature: "responses: retrieve, streamed", run: replay },
  { feature: "responses: retrieve, streamed from starting_after", run: replayRest },
  { feature: "responses: retrieve with the strict stream() helper", run: strictReplay },
  { feature: "responses: cancel", run: cancel },
  { feature: "responses: delete", run: remove },
  { feature: "responses: store: false keeps nothing", run: unstored },
  { feature: "responses: input_items, in pages", run: inputItems },
];

async function retrieve({ client }) {
  const made = await client.responses.create({ model: MODEL, input: FRANCE, metadata: { of: "France" } });
  const kept = await client.responses.retrieve(made.id);
  assert.deepEqual(kept, made);
}

async function replay({ client }) {
  const { id, seen } = await madeInView(client);
  assert.deepEqual(await readAll(await client.responses.retrieve(id, { stream: true })), seen);
}

async function replayRest({ client }) {
  const { id, seen } = await madeInView(client);
  const rest = await client.responses.retrieve(id, { stream: true, starting_after: 4 });
  assert.deepEqual(await readAll(rest), seen.slice(5));
}

async function strictReplay({ client }) {
  const { id, seen } = await madeInView(client);
  const stream = client.responses.stream({ response_id: id, starting_after: 4 });
  const numbers = [];
  for await (const { sequence_number } of stream) numbers.push(sequence_number);
  assert.deepEqual(
    numbers,
    seen.slice(5).map(({ sequence_number }) => sequence_number),
  );
  assert.equal((await stream.finalResponse()).output_text, PARIS);
}

async function cancel({ client }) {
  const events = await client.responses.create({ model: MODEL, input: COUNT, stream: true });
  let id;
  let last;
  for await (const event of events) {
    last = event;
    if (event.type === "response.created") id = event.response.id;
    if (event.type !== "response.output_text.delta" || event.sequence_number > 5) continue;
    const cancelled = await client.responses.cancel(id);
    assert.equal(cancelled.id, id);
    assert.equal(cancelled.status, "cancelled");
  }
  assert.equal((await client.responses.retrieve(id)).status, "cancelled");
  assert.ok(last.sequence_number < 1000, `it went on to event ${last.sequence_number}`);
}

async function remove({ client }) {
  const { id } = await client.responses.create({ model: MODEL, input: FRANCE });
  const answer = await client.responses.delete(id);
  if (answer !== undefined) assert.deepEqual(answer, { id, object: "response", deleted: true });
  await throwsApiError(client.responses.retrieve(id), 404);
  await throwsApiError(client.responses.delete(id), 404);
}

async function unstored({ client }) {
  const { id } = await client.responses.create({ model: MODEL, input: FRANCE, store: false });
  await throwsApiError(client.responses.retrieve(id), 404);
}

async function inputItems({ client }) {
  const input = ["one", "two", "three", "four", "five"].map((content) => ({ role: "user", content }));
  const { id } = await client.responses.create({ model: MODEL, input });
  const texts = (items) => items.map(({ content }) => content[0].text);

  const page = await client.responses.inputItems.list(id, { limit: 2, order: "asc" });
  assert.deepEqual(texts(page.data), ["one", "two"]);
  assert.equal(page.has_more, true);
  const after = await client.responses.inputItems.list(id, { order: "asc", after: page.data[1].id });
  assert.deepEqual(texts(after.data), ["three", "four", "five"]);
  assert.equal(after.has_more, false);

  const everything = [];
  for await (const item of client.responses.inputItems.list(id, { limit: 2 })) everything.push(item);
  assert.deepEqual(texts(everything), ["five", "four", "three", "two", "one"]);

  const { object, data, first_id, last_id } = await client.get(`/responses/${id}/input_items`);
  assert.deepEqual([object, first_id, last_id], ["list", data[0].id, data[4].id]);
}

/** Creates a response, and resolves to it and its events. */
async function madeInView(client) {
  const seen = await readAll(await client.responses.create({ model: MODEL, input: FRANCE, stream: true }));
  const { response } = seen.at(-1);
  assert.equal(textOf(response), PARIS);
  return { id: response.id, seen };
}
