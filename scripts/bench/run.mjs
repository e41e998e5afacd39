import { spawn } from "node:child_process";
import { loadavg } from "node:os";
import { ROOT } from "../setup/paths.mjs";
import { machine, versions } from "./machine.mjs";

/** @typedef {import("../../bench/measure/index.ts").Benchmark} Benchmark */
/** @typedef {import("../../bench/measure/index.ts").Peer} Peer */
/** @typedef {import("../../bench/scoreboard/index.ts").Entry} Entry */

/** Most lines of a failed benchmark's output that the page shows. */
const LAST_LINES = 12;
const KEPT_CHARACTERS = 20_000;

/**
 * Runs a benchmark in a separate process, which reports its progress on stderr. Resolves to its results, or to its
 * failure; null if it was stopped.
 * @param {Benchmark} benchmark
 * @param {{ repetitions: number, peers: readonly Peer[], time: number, signal: AbortSignal }} options `time` in
 * milliseconds
 * @returns {Promise<Entry | null>}
 */
export async function measure({ name }, { repetitions, peers, time, signal }) {
  if (signal.aborted) return null;
  const run = { ran_at: new Date().toISOString(), load_before: Math.round(loadavg()[0] * 100) / 100 };
  const began = performance.now();
  const args = [
    `${ROOT}scripts/bench.mjs`,
    ...[name, "--json", "--repetitions", String(repetitions)],
    ...peers.flatMap((peer) => ["--peer", `${peer.name}=${peer.url}`]),
  ];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const stopped = () => child.kill();
  signal.addEventListener("abort", stopped);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill();
  }, time);
  const [output, errors, code] = await Promise.all([
    textOf(child.stdout),
    passOnAndKeepEnd(child.stderr),
    new Promise((resolve) => child.once("exit", resolve)),
  ]);
  clearTimeout(timer);
  signal.removeEventListener("abort", stopped);
  if (signal.aborted) return null;
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const all = { ...run, seconds, repetitions, machine: machine(), versions: versions() };
  if (code === 0) return { ...all, metrics: JSON.parse(output).metrics };
  const why = isLate ? `it was stopped after ${time / 60_000} minutes` : withoutNoise(errors);
  return { ...all, failure: why || `it ended with exit code ${code}` };
}

async function textOf(stream) {
  let text = "";
  for await (const piece of stream.setEncoding("utf8")) text += piece;
  return text;
}

/** Passes a stream on to stderr, and resolves to its end. */
async function passOnAndKeepEnd(stream) {
  let text = "";
  for await (const piece of stream.setEncoding("utf8")) {
    process.stderr.write(piece.replaceAll(/^(?=.)/gm, "  "));
    text = (text + piece).slice(-KEPT_CHARACTERS);
  }
  return text;
}

/** Returns the lines that say what went wrong, without stack traces and paths of this machine. */
function withoutNoise(text) {
  const lines = text.replaceAll(ROOT, "").split("\n");
  const said = lines.filter((line) => !/^\s+at |^Node\.js v|^\s*$/.test(line));
  return said.slice(-LAST_LINES).join("\n");
}
