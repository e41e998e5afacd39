import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CODEX_VERSION, codexBinary } from "./codex-binary.mjs";
import { startFlint } from "./flint-server.mjs";
import { startRecorder } from "./recorder.mjs";
import { verdict } from "./verdict.mjs";

const MODEL = "flint-script";
const RUN_MS = 120_000;

/** The real Codex CLI on a scenario in which it runs a command, applies a patch and answers. */
export async function checkCodex() {
  const program = await codexBinary();
  const flint = await startFlint(["--engine", "script", "--scenario", "scripts/clients/codex-scenario.json"]);
  const recorder = await startRecorder(flint.url);
  const folder = mkdtempSync(join(tmpdir(), "flint-codex-"));
  try {
    return await verdict(`Codex CLI ${CODEX_VERSION}`, steps(program, folder, recorder));
  } finally {
    await recorder.close();
    await flint.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Generator<[string, () => unknown]>} */
function* steps(program, folder, recorder) {
  const workspace = join(folder, "workspace");
  const answer = join(folder, "answer.txt");
  let run;
  yield [
    "finishes its turn",
    async () => {
      run = await runCodex(program, folder, recorder.url);
      const failure = run.events.find(({ type }) => type === "turn.failed" || type === "error");
      assert.equal(failure, undefined, `it says: ${JSON.stringify(failure)}`);
      assert.ok(
        run.events.some(({ type }) => type === "turn.completed"),
        `no turn was completed (exit code ${run.code}): ${run.stderr.slice(-500)}`,
      );
      assert.equal(run.code, 0);
    },
  ];
  yield [
    "talks over one WebSocket, and never falls back to HTTP",
    () => {
      assert.deepEqual(
        recorder.requests.filter(({ method }) => method === "POST"),
        [],
      );
      assert.ok(sent(recorder).length > 0, "no response.create came over the WebSocket");
    },
  ];
  yield [
    "warms up, and continues the chain with new input only",
    () => {
      const [warmUp, ...turns] = sent(recorder);
      assert.equal(warmUp.generate, false);
      assert.equal(turns.length, 3);
      assert.ok(
        turns.every((turn) => typeof turn.previous_response_id === "string"),
        "a turn came without previous_response_id",
      );
    },
  ];
  yield [
    "every response completes",
    () => {
      const ends = recorder.frames
        .filter(({ from }) => from === "server")
        .map(({ message }) => message.type)
        .filter((type) => /^(error|response\.(completed|failed|incomplete))$/.test(type));
      assert.deepEqual(ends, Array(4).fill("response.completed"));
    },
  ];
  yield ["runs the command", () => assert.equal(finished(run, "command_execution").exit_code, 0)];
  yield [
    "applies the patch",
    () => {
      assert.equal(finished(run, "file_change").status, "completed");
      assert.equal(readFileSync(join(workspace, "greeting.txt"), "utf8"), "hello, world\n");
    },
  ];
  yield [
    "answers",
    () => assert.equal(readFileSync(answer, "utf8").trim(), "greeting.txt now greets the world."),
  ];
}

function sent({ frames }) {
  return frames
    .filter(({ from, message }) => from === "client" && message.type === "response.create")
    .map(({ message }) => message);
}

function finished({ events }, type) {
  const item = events.find((event) => event.type === "item.completed" && event.item.type === type)?.item;
  assert.ok(item, `Codex reports no ${type}`);
  return item;
}

/** Runs `codex exec` in a home and a workspace of its own, so that the user's settings are neither read nor changed. */
async function runCodex(program, folder, url) {
  const home = join(folder, "home");
  const workspace = join(folder, "workspace");
  for (const path of [home, workspace]) mkdirSync(path);
  writeFileSync(join(workspace, "greeting.txt"), "hello\n");
  // What Codex must know of a model before it offers it the patch tool is in the server's own model list.
  const models = await fetch(`${url}/v1/models`);
  writeFileSync(join(home, "models.json"), await models.text());
  writeFileSync(join(home, "config.toml"), config(url, join(home, "models.json")));

  const args = ["exec", "--skip-git-repo-check", "--json", "--sandbox", "workspace-write"];
  const child = spawn(
    program,
    [...args, "-o", join(folder, "answer.txt"), "Greet the world in greeting.txt."],
    {
      cwd: workspace,
      env: { ...process.env, CODEX_HOME: home },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: RUN_MS,
    },
  );
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      const events = stdout
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      resolve({ code, events, stderr });
    });
  });
}

function config(url, catalog) {
  return `
model = "${MODEL}"
model_provider = "flint"
model_catalog_json = ${JSON.stringify(catalog)}
check_for_update_on_startup = false

[analytics]
enabled = false

[model_providers.flint]
name = "Flint"
base_url = "${url}/v1"
wire_api = "responses"
supports_websockets = true
requires_openai_auth = false
`;
}
