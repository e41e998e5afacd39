import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const SHOWN = 500;

/**
 * Starts `codex app-server`, which editors use: JSON-RPC, one message per line. The signal ends it.
 * @param {string} program
 * @param {{ workspace: string, env: NodeJS.ProcessEnv }} home
 * @param {AbortSignal} signal
 */
export async function startAppServer(program, { workspace, env }, signal) {
  const child = spawn(program, ["app-server"], {
    cwd: workspace,
    env,
    stdio: ["pipe", "pipe", "pipe"],
    signal,
    killSignal: "SIGKILL",
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr = (stderr + text).slice(-SHOWN);
  });

  const answers = new Map();
  /** @type {{ method: string, params: any }[]} */
  const notifications = [];
  const waiting = new Set();
  const end = (error) => {
    for (const { reject } of [...answers.values(), ...waiting]) reject(error);
    answers.clear();
    waiting.clear();
  };
  child.once("error", end);
  child.once("exit", (code) => end(new Error(`codex app-server ended with exit code ${code}: ${stderr}`)));
  // Ignore errors of writing to an ended process: its `exit` is handled.
  child.stdin.on("error", () => {});

  createInterface({ input: child.stdout }).on("line", (line) => {
    const message = JSON.parse(line);
    if (message.method === undefined) {
      const answer = answers.get(message.id);
      answers.delete(message.id);
      if (message.error) answer?.reject(new Error(`codex app-server: ${message.error.message}`));
      else answer?.resolve(message.result);
    } else if (message.id === undefined) {
      notifications.push(message);
      for (const wait of waiting) wait.look();
    } else {
      write({ id: message.id, error: { code: -32601, message: `${message.method} is not expected here` } });
    }
  });
  const write = (message) => child.stdin.write(`${JSON.stringify(message)}\n`);
  let ids = 0;
  const request = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++ids;
      answers.set(id, { resolve, reject });
      write({ id, method, params });
    });

  await request("initialize", { clientInfo: { name: "flint-check", title: "Flint", version: "0.1.0" } });
  write({ method: "initialized" });

  return {
    request,
    notifications,
    /** Resolves to the first matching notification, including earlier ones. */
    notified(method, fits = (_params) => true) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = notifications.find((one) => one.method === method && fits(one.params));
          if (found === undefined) return;
          waiting.delete(wait);
          resolve(found.params);
        };
        const wait = { look, reject };
        waiting.add(wait);
        look();
      });
    },
  };
}
