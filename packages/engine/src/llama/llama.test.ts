import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kill } from "node:process";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { engineConformance } from "../conformance/index.ts";
import type { Engine, Finish, Prompt, Thread } from "../contract/index.ts";
import { createLlamaEngine, type LlamaEngine, type LlamaEngineOptions, probeLlama } from "./index.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.f16.gguf");
const MODELS = [{ id: "nano", path: NANO }];

const engines = new Set<LlamaEngine>();

function start(options: Partial<LlamaEngineOptions> = {}): LlamaEngine {
  const engine = createLlamaEngine({ models: MODELS, ...options });
  engines.add(engine);
  return engine;
}

afterEach(async () => {
  for (const engine of engines) await engine.close();
  engines.clear();
});

/** An edit, asked for as the bundled model has it. */
function edit(code: string, instruction = "use const instead of var"): Prompt {
  const text = `\`\`\`js\n${code}\n\`\`\`\n${instruction}`;
  return { tip: { parent: null, items: [{ role: "user", content: text }] }, instructions: null, tools: [] };
}

function lines(name: string): string {
  return [
    `function ${name}(items) {`,
    "  var total = 0;",
    "  for (var i = 0; i < items.length; i++) {",
    "    if (items[i].price > 10 && items[i].count !== 0) {",
    "      total = total + items[i].price * items[i].count;",
    "    }",
    "  }",
    `  return { ${name}: total, when: Date.now() };`,
    "}",
  ].join("\n");
}

async function read(thread: Thread, request = {}): Promise<{ text: string; finish: Finish | null }> {
  let text = "";
  let finish: Finish | null = null;
  for await (const event of thread.generate(request)) {
    if (event.type === "burst") text += event.text;
    else finish = event;
  }
  return { text, finish };
}

function killProcess(engine: Engine): void {
  const { pid } = engine as LlamaEngine;
  if (pid === null) throw new Error("the engine has no process to kill");
  kill(pid, "SIGKILL");
}

engineConformance("llama", {
  create: () => Promise.resolve(createLlamaEngine({ models: MODELS })),
  model: "nano",
  prompt: (text) => edit(lines(text)),
  kill: killProcess,
  // The model is quicker than the way between two processes.
  traits: { rewritesHistory: true, burstsInFlight: 24 },
});
