import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createLlamaEngine, type Engine } from "@flint/engine";
import { startServer } from "@flint/server";
import { initializeSession, type Session } from "flint";

/**
 * Opens a session with the bundled model and a server, like the SDK, but without reuse: the server keeps no idle
 * threads, and every turn belongs to another user for the engine. Every prompt is therefore evaluated completely,
 * even if it was sent before.
 */
export async function openSession(): Promise<Session> {
  const engine = createLlamaEngine({ models: [{ id: "nano", path: bundledModel() }] });
  const server = await startServer({
    engine: withUserPerThread(engine),
    defaultModel: "nano",
    limits: { idleThreads: 0 },
  });
  return initializeSession({
    url: server.url,
    warmUp: false,
    onClose: async () => {
      await server.close();
      await engine.close();
    },
  });
}

function bundledModel(): string {
  const manifest = createRequire(import.meta.url).resolve("@flint/nano/package.json");
  const { files }: { files: readonly string[] } = JSON.parse(readFileSync(manifest, "utf8"));
  const file = files.find((name) => name.endsWith(".gguf"));
  if (file === undefined) throw new Error("@flint/nano has no model");
  return join(dirname(manifest), file);
}

function withUserPerThread(engine: Engine): Engine {
  let threads = 0;
  return {
    id: engine.id,
    models: () => engine.models(),
    openThread: (options) => engine.openThread({ ...options, user: `turn ${++threads}` }),
    countTokens: (model, prompt) => engine.countTokens(model, prompt),
    close: () => engine.close(),
  };
}
