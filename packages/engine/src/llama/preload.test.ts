import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { execPath, kill } from "node:process";
import { afterEach, expect, test, vi } from "vitest";
import { createLlamaEngine, type LlamaEngine, type LlamaEngineOptions } from "./index.ts";

const MODELS = [
  { id: "nano", path: createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf") },
];

const engines = new Set<LlamaEngine>();

afterEach(async () => {
  for (const engine of engines) await engine.close();
  engines.clear();
});

function start(options: Partial<LlamaEngineOptions> = {}): { engine: LlamaEngine; pid: number } {
  const engine = createLlamaEngine({ models: MODELS, preload: "nano", ...options });
  engines.add(engine);
  const { pid } = engine;
  if (pid === null) throw new Error("the engine has no process");
  return { engine, pid };
}

function expectGone(pid: number): void {
  expect(() => kill(pid, 0)).toThrow("ESRCH");
}

test("a preloaded model is loaded once, by the process that serves its threads", async () => {
  const { engine, pid } = start({ heartbeatTimeout: 100 });
  await engine.openThread({ model: "nano" });
  expect(engine.pid).toBe(pid);
  await vi.waitFor(() => expect(engine.stats()).toMatchObject({ modelLoads: 1 }), 10_000);
});

test("a failed preload is reported to the first thread that needs the model", async () => {
  const { engine } = start({ memoryLimit: 1_000_000 });
  await expect(engine.openThread({ model: "nano" })).rejects.toMatchObject({ code: "out_of_memory" });
});

test("a process that crashes while preloading is restarted for the next thread", async () => {
  const { engine, pid } = start();
  kill(pid, "SIGKILL");
  await vi.waitFor(() => expect(engine.pid).toBeNull(), 10_000);
  await engine.openThread({ model: "nano" });
});

test("closing the engine while it preloads ends the process", async () => {
  const { engine, pid } = start();
  await engine.close();
  expectGone(pid);
});

test("closing an engine that saves no states does not wait for a hung process", async () => {
  const { engine, pid } = start({ closeTimeout: 3_600_000 });
  await engine.openThread({ model: "nano" });
  kill(pid, "SIGSTOP");
  await engine.close();
  expectGone(pid);
});

test.each([
  ["is killed", "setInterval(() => {}, 1000)", "SIGKILL" as const],
  ["ends", "", null],
])("a process that preloads ends when its owner %s", async (_, then, signal) => {
  const entry = new URL("../../dist/index.js", import.meta.url).href;
  const script = `
    const { createLlamaEngine } = await import(${JSON.stringify(entry)});
    console.log(createLlamaEngine({ models: ${JSON.stringify(MODELS)}, preload: "nano" }).pid);
    ${then}`;
  const owner = spawn(execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(owner, "exit");
  const pid = Number((await once(owner.stdout, "data")).toString());
  if (signal !== null) owner.kill(signal);
  expect(await ended).toEqual(signal === null ? [0, null] : [null, signal]);
  await vi.waitFor(() => expectGone(pid), 10_000);
});
