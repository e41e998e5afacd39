import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startRecorder } from "../server/recorder.mjs";
import { answerOf, assertCompleted, exec, itemsOf } from "./exec.mjs";
import { makeHome } from "./home.mjs";
import { GREETED } from "./scenario.mjs";

/** Runs Codex with a separate home, and records its traffic with the server. */
export async function withHome({ program, url }, options, use) {
  const recorder = await startRecorder(url, { refuseUpgrades: options.refuseUpgrades });
  const home = await makeHome(recorder.url, options);
  const run = (prompt, signal) => exec(program, home, ["--sandbox", "workspace-write", prompt], signal);
  try {
    await use({ run, recorder, home, workspace: home.workspace });
  } finally {
    home.remove();
    await recorder.close();
  }
}

export function frames(recorder, side, type) {
  return recorder.frames
    .filter(({ from, message }) => from === side && message.type === type)
    .map(({ message }) => message);
}

export function createFrames(recorder) {
  return frames(recorder, "client", "response.create");
}

export function ends(recorder) {
  return recorder.frames
    .filter(({ from }) => from === "server")
    .map(({ message }) => message.type)
    .filter((type) => /^(error|response\.(completed|failed|incomplete))$/.test(type));
}

/** Returns the id of the response to the nth create. */
export function lastResponse(recorder, count) {
  return frames(recorder, "server", "response.created")[count - 1].response.id;
}

export function assertGreeted(run, workspace) {
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

export function assertChained(turns) {
  const loose = turns.filter(({ previous_response_id }) => typeof previous_response_id !== "string");
  assert.equal(loose.length, 0, "a turn came without previous_response_id");
}

export function assertOneSocket(recorder) {
  assert.equal(recorder.sockets, 1, "it did not stay on one socket");
  assertNoPost(recorder);
}

/** Codex falls back to HTTP if its WebSocket fails. */
export function assertNoPost({ requests }) {
  assert.deepEqual(
    requests.filter(({ method }) => method === "POST"),
    [],
  );
}

/** In Lite, the tools are an item of the conversation and sent once. */
export function assertLite(recorder) {
  const items = createFrames(recorder).flatMap(({ input }) => input);
  assert.equal(items.filter(({ type }) => type === "additional_tools").length, 1);
  assert.ok(
    createFrames(recorder).every(({ tools }) => !tools?.length),
    "a create has tools of its own",
  );
}
