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

test("a model that is preloaded is loaded once, by the process that its threads are in", async () => {
  const { engine, pid } = start({ heartbeatTimeout: 100 });
  await engine.openThread({ model: "nano" });
  expect(engine.pid).toBe(pid);
  await vi.waitFor(() => expect(engine.stats()).toMatchObject({ modelLoads: 1 }), 10_000);
});

test("what keeps a model from being preloaded is told to who asks for it", async () => {
  const { engine } = start({ memoryLimit: 1_000_000 });
  await expect(engine.openThread({ model: "nano" })).rejects.toMatchObject({ code: "out_of_memory" });
});

test("a process that dies while it preloads is started again for who asks", async () => {
  const { engine, pid } = start();
  kill(pid, "SIGKILL");
  await vi.waitFor(() => expect(engine.pid).toBeNull(), 10_000);
  await engine.openThread({ model: "nano" });
});

test("an engine that is closed while it preloads leaves no process", async () => {
  const { engine, pid } = start();
  await engine.close();
  expectGone(pid);
});

test("an engine that keeps no states does not wait for a process that does not answer", async () => {
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
