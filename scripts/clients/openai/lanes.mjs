import assert from "node:assert/strict";
import { connect } from "./connection.mjs";
import { textOf } from "./expect.mjs";
import { FRANCE, ITALY, PARIS, ROME, SLOWLY } from "./scenario.mjs";

const LANE_NAMES = 32;
const IN_FLIGHT = 16;

/**
 * Several conversations on one socket.
 * @type {import("../check.mjs").Feature<{ client: import("openai").OpenAI }>[]}
 */
export const lanes = [
  { feature: "lanes: three at once, each with its own events", run: threeLanes },
  { feature: "lanes: one after another within a lane", run: fifo },
  { feature: `lanes: more than ${IN_FLIGHT} responses wait for their turn`, run: manyInFlight },
  { feature: "lanes: a fork onto another lane", run: fork },
  { feature: "lanes: an error stays on its lane", run: laneError },
  { feature: "lanes: a failed continuation forgets its parent, a failed fork does not", run: eviction },
  { feature: "lanes: invalid_stream_id", run: invalidLane },
  { feature: `lanes: websocket_stream_limit_reached after ${LANE_NAMES} names`, run: tooManyLanes },
];

async function threeLanes({ client }, signal) {
  const { lane, socket } = await connect(client, signal);
  const seen = [];
  socket.on("event", (event) => seen.push(event));
  const questions = { a: FRANCE, b: ITALY, c: SLOWLY };
  const answers = await Promise.all(
    Object.entries(questions).map(([name, input]) => lane(name).answer({ input })),
  );
  assert.deepEqual(
    answers.map(({ output_text }) => output_text),
    [PARIS, ROME, "one two three four five six seven eight"],
  );
  const named = seen.filter(({ stream_id }) => stream_id in questions);
  assert.equal(named.length, seen.length, "an event has no stream_id, or that of another lane");
  const turns = named.filter((event, at) => at > 0 && event.stream_id !== named[at - 1].stream_id);
  assert.ok(turns.length > 2, "the lanes ran one after another");
}

async function fifo({ client }, signal) {
  const lane = (await connect(client, signal)).lane("queue");
  for (const input of [SLOWLY, FRANCE, ITALY]) lane.create({ input });
  const ends = [];
  let running = 0;
  while (ends.length < 3) {
    const event = await lane.next();
    if (event.type === "response.created") running += 1;
    assert.equal(running, 1, "two responses of one lane overlap");
    if (event.type !== "response.completed") continue;
    running -= 1;
    ends.push(textOf(event.response));
  }
  assert.deepEqual(ends.slice(1), [PARIS, ROME]);
}

async function manyInFlight({ client }, signal) {
  const { lane, socket } = await connect(client, signal);
  let running = 0;
  let most = 0;
  socket.on("event", ({ type }) => {
    if (type === "response.created") running += 1;
    if (type === "response.completed") running -= 1;
    most = Math.max(most, running);
  });
  const names = Array.from({ length: IN_FLIGHT + 8 }, (_, at) => `lane-${at}`);
  const answers = await Promise.all(names.map((name) => lane(name).answer({ input: SLOWLY })));
  assert.ok(answers.every(({ status }) => status === "completed"));
  assert.equal(most, IN_FLIGHT);
}

async function fork({ client }, signal) {
  const { lane } = await connect(client, signal);
  const source = lane("source");
  const branch = lane("branch");
  const root = await source.answer({ input: FRANCE });
  branch.create({ previous_response_id: root.id, input: ITALY });
  await branch.until("response.in_progress");
  const [onward, forked] = await Promise.all([
    source.answer({ previous_response_id: root.id, input: SLOWLY }),
    branch.final(),
  ]);
  assert.equal(forked.output_text, ROME);
  assert.equal(forked.previous_response_id, root.id);
  assert.equal(onward.previous_response_id, root.id);
  const next = await branch.answer({ previous_response_id: forked.id, input: FRANCE });
  assert.equal(next.output_text, PARIS);
}

async function laneError({ client }, signal) {
  const { lane } = await connect(client, signal);
  const good = lane("good");
  const bad = lane("bad");
  await good.begin({ input: SLOWLY });
  bad.create({ model: "none", input: FRANCE });
  const { event } = await bad.until("error");
  assert.equal(event.status, 404);
  assert.equal(event.stream_id, "bad");
  assert.equal(event.error.code, "model_not_found");
  assert.equal((await good.final()).status, "completed");
  assert.equal((await bad.answer({ input: FRANCE })).output_text, PARIS);
}

async function eviction({ client }, signal) {
  const { lane } = await connect(client, signal);
  const own = lane("own");
  const other = lane("other");
  const { id } = await own.answer({ input: FRANCE });
  other.create({ model: "none", previous_response_id: id, input: ITALY });
  await other.until("error");
  const again = await own.answer({ previous_response_id: id, input: ITALY });
  assert.equal(again.output_text, ROME);
  own.create({ model: "none", previous_response_id: again.id, input: FRANCE });
  await own.until("error");
  own.create({ previous_response_id: again.id, input: FRANCE });
  assert.equal((await own.until("error")).event.error.code, "previous_response_not_found");
}

async function invalidLane({ client }, signal) {
  const { sendRaw, lane } = await connect(client, signal);
  const reader = lane();
  for (const stream_id of ["", "a b", "x".repeat(257)]) {
    sendRaw({ type: "response.create", store: false, stream_id, input: FRANCE });
    const { event } = await reader.until("error");
    assert.equal(event.status, 400);
    assert.equal(event.error.code, "invalid_stream_id");
    assert.equal(event.error.param, "stream_id");
  }
  assert.equal((await reader.answer({ input: FRANCE })).output_text, PARIS);
}

async function tooManyLanes({ client }, signal) {
  const { lane } = await connect(client, signal);
  const names = Array.from({ length: LANE_NAMES }, (_, at) => `lane-${at}`);
  await Promise.all(names.map((name) => lane(name).answer({ generate: false, input: FRANCE })));
  const oneMore = lane("one-more");
  oneMore.create({ input: FRANCE });
  const { event } = await oneMore.until("error");
  assert.equal(event.status, 400);
  assert.equal(event.stream_id, "one-more");
  assert.equal(event.error.code, "websocket_stream_limit_reached");
  assert.equal(event.error.param, "stream_id");
  assert.equal((await lane().answer({ input: FRANCE })).output_text, PARIS);
}
