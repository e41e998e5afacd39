import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerOf, assertCompleted, doctor, exec, itemsOf } from "./exec.mjs";
import {
  AS_JSON,
  BOTH,
  BOTH_DONE,
  CHAIN,
  CHAIN_LENGTH,
  CHAIN_WALKED,
  CHANGE,
  CHANGED,
  GREET,
  HELLO,
  HELLO_SAID,
} from "./scenario.mjs";
import {
  assertChained,
  assertGreeted,
  assertLite,
  assertNoPost,
  assertOneSocket,
  createFrames,
  ends,
  withHome,
} from "./watched.mjs";

const limit = 120_000;

/**
 * `codex doctor` and `codex exec`.
 * @type {import("../check.mjs").Feature<import("./codex.mjs").Codex>[]}
 */
export const execFeatures = [
  { feature: "doctor: connects, and finds the endpoints", run: examined, limit },
  { feature: "exec: runs a command, applies a patch and answers, over one WebSocket", run: plain, limit },
  { feature: "exec: the server's own model list (model_catalog_url)", run: ownModelList, limit },
  { feature: `exec: a chain of ${CHAIN_LENGTH} tool calls`, run: chain, limit },
  { feature: "exec: a socket that is dropped in mid-turn", run: droppedSocket, limit },
  { feature: "exec resume: the conversation goes on in a new process", run: resume, limit },
  { feature: "exec, Responses Lite: a command, a patch and an answer", run: lite, limit },
  { feature: "exec: parallel tool calls, whose outputs come back together", run: parallel, limit },
  { feature: "exec --output-schema: an answer of a JSON Schema", run: outputSchema, limit },
  { feature: "exec: over HTTP, where WebSocket is off", run: overHttp, limit },
  { feature: "exec: over HTTP, where the upgrade is refused with 426", run: refusedUpgrade, limit },
];

async function examined(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ home, recorder }) => {
    const { checks } = await doctor(codex.program, home, signal);
    const found = Object.values(checks).filter(({ category }) => /websocket|reachability/.test(category));
    assert.deepEqual(
      found.map(({ category, status }) => `${category} ${status}`),
      ["reachability ok", "websocket ok"],
    );
    assert.ok(recorder.requests.some(({ method }) => method === "HEAD"));
  });
}

async function plain(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ run, recorder, workspace }) => {
    assertGreeted(await run(GREET, signal), workspace);
    const [warmUp, ...turns] = createFrames(recorder);
    assert.equal(warmUp.generate, false);
    assert.equal(turns.length, 3);
    assertOneSocket(recorder);
    assertChained(turns);
    assert.deepEqual(ends(recorder), Array(4).fill("response.completed"));
  });
}

async function ownModelList(codex, signal) {
  await withHome(codex, { models: "url" }, async ({ run, recorder, workspace }) => {
    const outcome = await run(GREET, signal);
    assertGreeted(outcome, workspace);
    assert.ok(
      recorder.requests.some(({ path }) => /^\/v1\/models\?.*client_version=/.test(path)),
      "Codex did not fetch the list",
    );
    assert.doesNotMatch(JSON.stringify(outcome.events) + outcome.stderr, /metadata for .* not found/i);
    const offered = createFrames(recorder)[0].tools.map(({ type, name }) => `${type} ${name}`);
    assert.ok(offered.includes("custom apply_patch"), `the model is offered ${offered.join(", ")}`);
    assertOneSocket(recorder);
  });
}

async function chain(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ run, recorder }) => {
    const outcome = await run(CHAIN, signal);
    assertCompleted(outcome);
    assert.equal(answerOf(outcome), CHAIN_WALKED);
    const codes = itemsOf(outcome, "command_execution").map(({ exit_code }) => exit_code);
    assert.deepEqual(codes, Array(CHAIN_LENGTH).fill(0));
    const turns = createFrames(recorder).filter(({ generate }) => generate !== false);
    assert.equal(turns.length, CHAIN_LENGTH + 1);
    assertChained(turns);
    assert.ok(
      turns.slice(1).every(({ input }) => input.length === 1),
      "a create sends more than the new output",
    );
    assertOneSocket(recorder);
  });
}

/** Codex reconnects and resends the whole conversation. */
async function droppedSocket(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ run, recorder, workspace }) => {
    recorder.cutAfter(({ message }) => message.type === "response.custom_tool_call_input.delta");
    assertGreeted(await run(GREET, signal), workspace);
    assert.equal(recorder.sockets, 2);
    const again = recorder.frames.find(({ from, socket }) => from === "client" && socket === 2).message;
    assert.equal(again.previous_response_id, undefined);
    assert.ok(again.input.some(({ type }) => type === "function_call_output"));
    assertNoPost(recorder);
  });
}

async function resume(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ run, recorder, home }) => {
    assertCompleted(await run(HELLO, signal));
    const outcome = await exec(codex.program, home, ["resume", "--last", CHANGE], signal);
    assertCompleted(outcome);
    assert.equal(answerOf(outcome), CHANGED);
    const told = JSON.stringify(
      createFrames(recorder)
        .filter(({ generate }) => generate !== false)
        .at(-1).input,
    );
    assert.ok(told.includes(HELLO) && told.includes(HELLO_SAID), "the first turn was not told again");
    assertNoPost(recorder);
  });
}

async function lite(codex, signal) {
  await withHome(codex, { models: "file", lite: true }, async ({ run, recorder, workspace }) => {
    assertGreeted(await run(GREET, signal), workspace);
    assertLite(recorder);
    assertOneSocket(recorder);
  });
}

async function parallel(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ run, recorder }) => {
    const outcome = await run(BOTH, signal);
    assertCompleted(outcome);
    assert.equal(answerOf(outcome), BOTH_DONE);
    assert.equal(itemsOf(outcome, "command_execution").length, 2);
    assert.deepEqual(
      createFrames(recorder)
        .at(-1)
        .input.map(({ type }) => type),
      ["function_call_output", "function_call_output"],
    );
    assertOneSocket(recorder);
  });
}

async function outputSchema(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ recorder, home }) => {
    const schema = join(home.workspace, "schema.json");
    const fields = { said: { type: "string" } };
    const body = { type: "object", properties: fields, required: ["said"], additionalProperties: false };
    writeFileSync(schema, JSON.stringify(body));
    const outcome = await exec(codex.program, home, ["--output-schema", schema, AS_JSON], signal);
    assertCompleted(outcome);
    assert.deepEqual(JSON.parse(answerOf(outcome)), { said: "hello" });
    assert.equal(createFrames(recorder).at(-1).text.format.type, "json_schema");
    assertNoPost(recorder);
  });
}

async function overHttp(codex, signal) {
  await withHome(codex, { models: "file", webSocket: false }, async ({ run, recorder, workspace }) => {
    assertGreeted(await run(GREET, signal), workspace);
    assertOnlyPosts(recorder);
  });
}

async function refusedUpgrade(codex, signal) {
  await withHome(codex, { models: "file", refuseUpgrades: true }, async ({ run, recorder, workspace }) => {
    assertGreeted(await run(GREET, signal), workspace);
    assertOnlyPosts(recorder);
  });
}

function assertOnlyPosts({ requests, sockets }) {
  assert.equal(sockets, 0);
  const posts = requests.filter(({ method }) => method === "POST");
  assert.deepEqual(
    posts.map(({ path, status }) => `${path} ${status}`),
    Array(3).fill("/v1/responses 200"),
  );
}
