import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";

const SHOWN = 500;

/**
 * Runs `codex exec` to its end.
 * @param {string} program
 * @param {{ workspace: string, env: NodeJS.ProcessEnv }} home
 * @param {readonly string[]} args the prompt last
 * @param {AbortSignal} signal ends it early
 * @returns {Promise<Run>}
 * @typedef {{ code: number | null, events: Record<string, any>[], stderr: string }} Run
 */
export async function exec(program, home, args, signal) {
  const options = ["--skip-git-repo-check", "--json"];
  const { code, stdout, stderr } = await run(program, home, ["exec", ...options, ...args], signal);
  const lines = stdout.split("\n").filter(Boolean);
  return { code, events: lines.map((line) => JSON.parse(line)), stderr };
}

/** Runs `codex doctor` and resolves to its report. */
export async function doctor(program, home, signal) {
  return JSON.parse((await run(program, home, ["doctor", "--json"], signal)).stdout);
}

async function run(program, { workspace, env }, args, signal) {
  const child = spawn(program, args, {
    cwd: workspace,
    env,
    // With an open stdin, Codex would wait for input.
    stdio: ["ignore", "pipe", "pipe"],
    signal,
    killSignal: "SIGKILL",
  });
  const [stdout, stderr, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, "close"),
  ]);
  return { code, stdout, stderr };
}

/** Asserts that the run completed its turn without errors. */
export function assertCompleted({ code, events, stderr }) {
  const failure = events.find(({ type }) => type === "turn.failed" || type === "error");
  assert.equal(failure, undefined, `it says: ${JSON.stringify(failure)}`);
  const completed = events.some(({ type }) => type === "turn.completed");
  assert.ok(completed, `no turn was completed (exit code ${code}): ${stderr.slice(-SHOWN)}`);
  assert.equal(code, 0);
}

/** Returns the completed items of a type. */
export function itemsOf({ events }, type) {
  return events
    .filter((event) => event.type === "item.completed" && event.item.type === type)
    .map(({ item }) => item);
}

/** Returns Codex's last message. */
export function answerOf(run) {
  return itemsOf(run, "agent_message").at(-1)?.text.trim();
}

async function textOf(stream) {
  let text = "";
  for await (const piece of stream.setEncoding("utf8")) text += piece;
  return text;
}
