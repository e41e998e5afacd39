// The server of the roundtrip benchmark, in a process of its own, so that its processor time is its own. Takes
// { scenario } and answers with { port }; each later message is answered with what it has spent so far.
import { createScriptEngine } from "@flint/engine";
import { startServer } from "@flint/server";

/** Milliseconds inside the engine: reading prompts, and giving answers. */
const engineTime = { prompt: 0, answer: 0 };
let server;

process.on("disconnect", () => process.exit());
process.on("message", async ({ scenario }) => {
  if (server === undefined) {
    server = await startServer({ engine: clocked(createScriptEngine({ scenario })) });
    process.send({ port: server.port });
    return;
  }
  const { user, system } = process.cpuUsage();
  process.send({ cpu: (user + system) / 1000, prompt: engineTime.prompt, answer: engineTime.answer });
});

function clocked(engine) {
  return {
    id: engine.id,
    models: () => engine.models(),
    openThread: async (options) => clockedThread(await engine.openThread(options)),
    close: () => engine.close(),
  };
}

function clockedThread(thread) {
  return {
    model: thread.model,
    async prefill(prompt, options) {
      const start = performance.now();
      try {
        return await thread.prefill(prompt, options);
      } finally {
        engineTime.prompt += performance.now() - start;
      }
    },
    async *generate(request) {
      const events = thread.generate(request)[Symbol.asyncIterator]();
      try {
        for (;;) {
          const start = performance.now();
          const { done, value } = await events.next();
          engineTime.answer += performance.now() - start;
          if (done) return;
          yield value;
        }
      } finally {
        await events.return?.();
      }
    },
    fork: async () => clockedThread(await thread.fork()),
    release: () => thread.release(),
  };
}
