// A Flint server in a process of its own, so that its memory and its processor time are its own. Takes
// { scenario, models, llama, limits } and answers with { port }: a scripted engine where there is a scenario, else the
// embedded one. Each other message is answered with what the process has taken so far; { collect: true } has what is
// garbage taken out of its memory before.
import { createLlamaEngine, createScriptEngine } from "@flint/engine";
import { startServer } from "@flint/server";

let engine;
let server;
/** Prompts that are being read. */
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

/** Twice, with a turn of the loop between: what is finalised by the first is freed by the second. */
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
