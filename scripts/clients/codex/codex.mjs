import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startFlint } from "../server/flint-server.mjs";
import { startRecorder } from "../server/recorder.mjs";
import { startAppServer } from "./app-server.mjs";
import { CODEX_VERSION, codexBinary } from "./binary.mjs";
import { answerOf, assertCompleted, doctor, exec, itemsOf } from "./exec.mjs";
import { makeHome } from "./home.mjs";
import {
  CHAIN,
  CHAIN_LENGTH,
  CHAIN_WALKED,
  CHANGE,
  CHANGED,
  GREET,
  GREETED,
  HELLO,
  HELLO_SAID,
  LONG,
  MODEL,
  scenario,
} from "./scenario.mjs";

const limit = 120_000;

/** @typedef {{ program: string, url: string }} Codex */

/** @type {import("../check.mjs").Check<Codex>} */
export const codexCli = {
  client: "Codex CLI",
  version: CODEX_VERSION,
  async open() {
    const program = await codexBinary();
    const flint = await startFlint(scenario);
    return { program, url: flint.url, close: flint.close };
  },
  features: [
    { feature: "doctor: connects, and finds the endpoints", run: examined, limit },
    { feature: "exec: runs a command, applies a patch and answers, over one WebSocket", run: plain, limit },
    { feature: "exec: the server's own model list (model_catalog_url)", run: ownModelList, limit },
    { feature: `exec: a chain of ${CHAIN_LENGTH} tool calls`, run: chain, limit },
    { feature: "exec: a socket that is dropped in mid-turn", run: droppedSocket, limit },
    { feature: "exec resume: the conversation goes on in a new process", run: resume, limit },
    { feature: "exec, Responses Lite: a command, a patch and an answer", run: lite, limit },
    { feature: "app-server: two turns on one socket", run: twoTurns, limit },
    { feature: "app-server: turn/steer while a message is written", run: steer, limit },
    { feature: "app-server, Responses Lite: turn/steer interrupts the response", run: liteInterrupt, limit },
    { feature: "app-server: turn/interrupt stops the response", run: turnInterrupt, limit },
  ],
};

async function examined(codex, signal) {
  await inHome(codex, { models: "file" }, async ({ home, recorder }) => {
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
  await inHome(codex, { models: "file" }, async ({ run, recorder, workspace }) => {
    assertGreeted(await run(GREET, signal), workspace);
    const [warmUp, ...turns] = creates(recorder);
    assert.equal(warmUp.generate, false);
    assert.equal(turns.length, 3);
    assertOneSocket(recorder);
    assertChained(turns);
    assert.deepEqual(ends(recorder), Array(4).fill("response.completed"));
  });
}

async function ownModelList(codex, signal) {
  await inHome(codex, { models: "url" }, async ({ run, recorder, workspace }) => {
    const outcome = await run(GREET, signal);
    assertGreeted(outcome, workspace);
    assert.ok(
      recorder.requests.some(({ path }) => /^\/v1\/models\?.*client_version=/.test(path)),
      "Codex did not fetch the list",
    );
    assert.doesNotMatch(JSON.stringify(outcome.events) + outcome.stderr, /metadata for .* not found/i);
    const offered = creates(recorder)[0].tools.map(({ type, name }) => `${type} ${name}`);
    assert.ok(offered.includes("custom apply_patch"), `the model is offered ${offered.join(", ")}`);
    assertOneSocket(recorder);
  });
}

async function chain(codex, signal) {
  await inHome(codex, { models: "file" }, async ({ run, recorder }) => {
    const outcome = await run(CHAIN, signal);
    assertCompleted(outcome);
    assert.equal(answerOf(outcome), CHAIN_WALKED);
    const codes = itemsOf(outcome, "command_execution").map(({ exit_code }) => exit_code);
    assert.deepEqual(codes, Array(CHAIN_LENGTH).fill(0));
    const turns = creates(recorder).filter(({ generate }) => generate !== false);
    assert.equal(turns.length, CHAIN_LENGTH + 1);
    assertChained(turns);
    assert.ok(
      turns.slice(1).every(({ input }) => input.length === 1),
      "a create sends more than the new output",
    );
    assertOneSocket(recorder);
  });
}

/** Codex connects again and sends everything it has. */
async function droppedSocket(codex, signal) {
  await inHome(codex, { models: "file" }, async ({ run, recorder, workspace }) => {
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
  await inHome(codex, { models: "file" }, async ({ run, recorder, home }) => {
    assertCompleted(await run(HELLO, signal));
    const outcome = await exec(codex.program, home, ["resume", "--last", CHANGE], signal);
    assertCompleted(outcome);
    assert.equal(answerOf(outcome), CHANGED);
    const told = JSON.stringify(
      creates(recorder)
        .filter(({ generate }) => generate !== false)
        .at(-1).input,
    );
    assert.ok(told.includes(HELLO) && told.includes(HELLO_SAID), "the first turn was not told again");
    assertNoPost(recorder);
  });
}

async function lite(codex, signal) {
  await inHome(codex, { models: "file", lite: true }, async ({ run, recorder, workspace }) => {
    assertGreeted(await run(GREET, signal), workspace);
    assertLite(recorder);
    assertOneSocket(recorder);
  });
}

async function twoTurns(codex, signal) {
  await inHome(codex, { models: "file" }, async ({ home, recorder }) => {
    const { turn } = await openThread(codex.program, home, signal);
    assert.equal(await (await turn(HELLO)).answer(), HELLO_SAID);
    const turnsBefore = creates(recorder).length;
    assert.equal(await (await turn(CHANGE)).answer(), CHANGED);
    const [second] = creates(recorder).slice(turnsBefore);
    assert.equal(second.previous_response_id, lastResponse(recorder, turnsBefore));
    assertOneSocket(recorder);
  });
}

/** Nothing goes over the wire until the response is over: then the message follows in a create. */
async function steer(codex, signal) {
  await inHome(codex, { models: "file" }, async ({ home, recorder }) => {
    const { turn } = await openThread(codex.program, home, signal);
    const running = await turn(LONG);
    await running.speaks();
    await running.steer(CHANGE);
    assert.equal(await running.answer(), CHANGED);
    assert.equal(frames(recorder, "client", "response.interrupt").length, 0);
    assertOneSocket(recorder);
  });
}

async function liteInterrupt(codex, signal) {
  await inHome(codex, { models: "file", lite: true }, async ({ home, recorder }) => {
    const { turn } = await openThread(codex.program, home, signal);
    const running = await turn(LONG);
    await running.speaks();
    await running.steer(CHANGE);
    assert.equal(await running.answer(), CHANGED);
    assertLite(recorder);
    const [{ response_id, mode }] = frames(recorder, "client", "response.interrupt");
    assert.equal(mode, "discard_partial_items");
    const [end] = frames(recorder, "server", "response.incomplete");
    assert.equal(end.response.id, response_id);
    assert.equal(end.response.incomplete_details.reason, "interrupted");
    assert.equal(creates(recorder).at(-1).previous_response_id, response_id);
    assertOneSocket(recorder);
  });
}

/** Codex drops the socket; the next turn is a new one that tells everything again. */
async function turnInterrupt(codex, signal) {
  await inHome(codex, { models: "file" }, async ({ home, recorder }) => {
    const { turn } = await openThread(codex.program, home, signal);
    const running = await turn(LONG);
    await running.speaks();
    await running.interrupt();
    assert.equal((await running.ended()).turn.status, "interrupted");
    assert.equal(await (await turn(HELLO)).answer(), HELLO_SAID);
    assert.equal(recorder.sockets, 2);
    assertNoPost(recorder);
  });
}

/** A run of Codex with a home of its own and everything that passes written down. */
async function inHome({ program, url }, options, use) {
  const recorder = await startRecorder(url);
  const home = await makeHome(recorder.url, options);
  const run = (prompt, signal) => exec(program, home, ["--sandbox", "workspace-write", prompt], signal);
  try {
    await use({ run, recorder, home, workspace: home.workspace });
  } finally {
    home.remove();
    await recorder.close();
  }
}

/** A thread of the app-server, and turns in it. */
async function openThread(program, home, signal) {
  const server = await startAppServer(program, home, signal);
  const { thread } = await server.request("thread/start", {
    cwd: home.workspace,
    model: MODEL,
    approvalPolicy: "never",
    sandbox: "workspace-write",
  });
  const threadId = thread.id;
  const says = (text) => [{ type: "text", text }];
  return {
    async turn(prompt) {
      const { turn } = await server.request("turn/start", { threadId, input: says(prompt) });
      const turnId = turn.id;
      const ended = () => server.notified("turn/completed", (params) => params.turn.id === turnId);
      return {
        ended,
        speaks: () => server.notified("item/agentMessage/delta", (params) => params.turnId === turnId),
        steer: (text) =>
          server.request("turn/steer", { threadId, expectedTurnId: turnId, input: says(text) }),
        interrupt: () => server.request("turn/interrupt", { threadId, turnId }),
        async answer() {
          const { turn: outcome } = await ended();
          assert.equal(outcome.status, "completed", JSON.stringify(outcome.error));
          return server.notifications
            .filter(({ method, params }) => method === "item/completed" && params.turnId === turnId)
            .map(({ params }) => params.item)
            .findLast(({ type }) => type === "agentMessage")?.text;
        },
      };
    },
  };
}

function frames(recorder, side, type) {
  return recorder.frames
    .filter(({ from, message }) => from === side && message.type === type)
    .map(({ message }) => message);
}

function creates(recorder) {
  return frames(recorder, "client", "response.create");
}

function ends(recorder) {
  return recorder.frames
    .filter(({ from }) => from === "server")
    .map(({ message }) => message.type)
    .filter((type) => /^(error|response\.(completed|failed|incomplete))$/.test(type));
}

/** The id of the response that answered the create of this number. */
function lastResponse(recorder, count) {
  return frames(recorder, "server", "response.created")[count - 1].response.id;
}

function assertGreeted(run, workspace) {
  assertCompleted(run);
  assert.deepEqual(
    itemsOf(run, "command_execution").map(({ exit_code }) => exit_code),
    [0],
  );
  assert.deepEqual(
    itemsOf(run, "file_change").map(({ status }) => status),
    ["completed"],
  );
  assert.equal(readFileSync(join(workspace, "greeting.txt"), "utf8"), "hello, world\n");
  assert.equal(answerOf(run), GREETED);
}

function assertChained(turns) {
  const loose = turns.filter(({ previous_response_id }) => typeof previous_response_id !== "string");
  assert.equal(loose.length, 0, "a turn came without previous_response_id");
}

function assertOneSocket(recorder) {
  assert.equal(recorder.sockets, 1, "it did not stay on one socket");
  assertNoPost(recorder);
}

/** Codex falls back to HTTP when a WebSocket disappoints it. */
function assertNoPost({ requests }) {
  assert.deepEqual(
    requests.filter(({ method }) => method === "POST"),
    [],
  );
}

/** In Lite the tools are an item of the conversation, sent once. */
function assertLite(recorder) {
  const items = creates(recorder).flatMap(({ input }) => input);
  assert.equal(items.filter(({ type }) => type === "additional_tools").length, 1);
  assert.ok(
    creates(recorder).every(({ tools }) => !tools?.length),
    "a create has tools of its own",
  );
}
