// A Flint server in a separate process to measure its memory and CPU time. Receives { scenario, models, llama, limits
// } and replies with { port }: with a scripted engine if there is a scenario, otherwise with the embedded one.
// Replies to every other message with its usage so far; { collect: true } collects garbage first.
import { createLlamaEngine, createScriptEngine } from "@flint/engine";
import { startServer } from "@flint/server";

let engine;
let server;
/** Number of running prefills. */
let prefills = 0;

process.on("disconnect", async () => {
  await engine?.close();
  process.exit();
});
process.on("message", async ({ scenario, models, llama, limits, collect }) => {
  if (server === undefined) {
    engine =
      scenario === undefined ? createLlamaEngine({ models, ...llama }) : createScriptEngine({ scenario });
    server = await startServer({ engine: watched(engine), limits });
    process.send({ port: server.port });
    return;
  }
  if (collect) await collectGarbage();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send({ cpu: (user + system) / 1000, rss, heap: heapUsed, prefills });
});

/** Collects twice, with a pause between: what the first collection finalises is freed by the second. */
async function collectGarbage() {
  globalThis.gc();
  await new Promise((resolve) => setTimeout(resolve, 100));
  globalThis.gc();
}

function watched(engine) {
  return {
    id: engine.id,
    models: () => engine.models(),
    openThread: async (options) => watchedThread(await engine.openThread(options)),
    countTokens: (model, prompt) => engine.countTokens(model, prompt),
    close: () => engine.close(),
  };
}

function watchedThread(thread) {
  return {
    model: thread.model,
    async prefill(prompt, options) {
      prefills++;
      try {
        return await thread.prefill(prompt, options);
      } finally {
        prefills--;
      }
    },
    generate: (request) => thread.generate(request),
    fork: async () => watchedThread(await thread.fork()),
    release: () => thread.release(),
  };
}
