import assert from "node:assert/strict";
import { startAppServer } from "./app-server.mjs";
import { CHANGE, CHANGED, HELLO, HELLO_SAID, LONG, MODEL, SUMMARY } from "./scenario.mjs";
import {
  assertLite,
  assertNoPost,
  assertOneSocket,
  createFrames,
  frames,
  lastResponse,
  withHome,
} from "./watched.mjs";

const limit = 120_000;

/**
 * `codex app-server`: several turns of one thread.
 * @type {import("../check.mjs").Feature<import("./codex.mjs").Codex>[]}
 */
export const appServerFeatures = [
  { feature: "app-server: two turns on one socket", run: twoTurns, limit },
  { feature: "app-server: turn/steer while a message is written", run: steer, limit },
  { feature: "app-server, Responses Lite: turn/steer interrupts the response", run: liteInterrupt, limit },
  { feature: "app-server: turn/interrupt stops the response", run: turnInterrupt, limit },
  { feature: "app-server: compaction by Codex, and on from there", run: compact, limit },
  { feature: "app-server: compaction by the server (compaction_trigger)", run: remoteCompact, limit },
];

async function twoTurns(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ home, recorder }) => {
    const { turn } = await openThread(codex.program, home, signal);
    assert.equal(await (await turn(HELLO)).answer(), HELLO_SAID);
    const turnsBefore = createFrames(recorder).length;
    assert.equal(await (await turn(CHANGE)).answer(), CHANGED);
    const [second] = createFrames(recorder).slice(turnsBefore);
    assert.equal(second.previous_response_id, lastResponse(recorder, turnsBefore));
    assertOneSocket(recorder);
  });
}

/** Codex sends nothing until the response has ended; then the message follows in a create. */
async function steer(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ home, recorder }) => {
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
  await withHome(codex, { models: "file", lite: true }, async ({ home, recorder }) => {
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
    assert.equal(createFrames(recorder).at(-1).previous_response_id, response_id);
    assertOneSocket(recorder);
  });
}

/** Codex closes the socket; the next turn resends the whole conversation on a new one. */
async function turnInterrupt(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ home, recorder }) => {
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

/** Codex asks the model for a summary and starts a new chain with it. */
async function compact(codex, signal) {
  await withHome(codex, { models: "file" }, async ({ home, recorder }) => {
    const { turn, compact } = await openThread(codex.program, home, signal);
    assert.equal(await (await turn(HELLO)).answer(), HELLO_SAID);
    await compact();
    assert.equal(await (await turn(CHANGE)).answer(), CHANGED);
    const last = createFrames(recorder).at(-1);
    assert.ok(JSON.stringify(last.input).includes(SUMMARY), "the summary was not told");
    assertNoPost(recorder);
  });
}

/** From then on, the server's compaction item replaces the conversation. */
async function remoteCompact(codex, signal) {
  await withHome(codex, { models: "file", remoteCompaction: true }, async ({ home, recorder }) => {
    const { turn, compact } = await openThread(codex.program, home, signal);
    assert.equal(await (await turn(HELLO)).answer(), HELLO_SAID);
    await compact();
    assert.equal(await (await turn(CHANGE)).answer(), CHANGED);
    const inputs = createFrames(recorder).flatMap(({ input }) => input.map(({ type }) => type));
    assert.ok(inputs.includes("compaction_trigger"), "Codex did not ask the server");
    const last = createFrames(recorder).at(-1);
    assert.ok(
      last.input.some(({ type }) => type === "compaction"),
      "the compaction item did not come back",
    );
    assertNoPost(recorder);
  });
}

/** Starts a thread of the app-server. Resolves to functions for its turns. */
async function openThread(program, home, signal) {
  const server = await startAppServer(program, home, signal);
  const { thread } = await server.request("thread/start", {
    cwd: home.workspace,
    model: MODEL,
    approvalPolicy: "never",
    sandbox: "workspace-write",
  });
  const threadId = thread.id;
  /** Turns started here; others are compactions. */
  const turns = new Set();
  const says = (text) => [{ type: "text", text }];
  return {
    async compact() {
      await server.request("thread/compact/start", { threadId });
      const { turn: outcome } = await server.notified("turn/completed", ({ turn }) => !turns.has(turn.id));
      assert.equal(outcome.status, "completed", JSON.stringify(outcome.error));
    },
    async turn(prompt) {
      const { turn } = await server.request("turn/start", { threadId, input: says(prompt) });
      const turnId = turn.id;
      turns.add(turnId);
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
