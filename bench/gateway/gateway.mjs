// The gateway: a Flint server in front of another one, in a separate process to measure its CPU time. Receives { url
// } and replies with { port }. { streams, tokens, rate } makes the engine alone generate answers, without clients.
// Replies to every other message with the CPU time so far.
import { createUpstreamEngine } from "@flint/engine";
import { startServer } from "@flint/server";

let server;
let engine;

process.on("disconnect", () => process.exit());
process.on("message", async ({ url, streams, tokens, rate }) => {
  if (server === undefined) {
    engine = createUpstreamEngine({ targets: [{ preset: "vllm", url }] });
    await engine.models();
    server = await startServer({ engine, limits: { httpResponses: 1000, idleThreads: 1000 } });
    process.send({ port: server.port });
    return;
  }
  if (streams !== undefined) await Promise.all(Array.from({ length: streams }, () => answer(tokens, rate)));
  const { user, system } = process.cpuUsage();
  process.send({ cpu: (user + system) / 1000 });
});

async function answer(maxTokens, seed) {
  const thread = await engine.openThread({ model: "paced" });
  await thread.prefill({
    tip: { parent: null, items: [{ role: "user", content: "go" }] },
    instructions: null,
    tools: [],
  });
  for await (const event of thread.generate({ maxTokens, sampling: { seed } })) {
    if (event.type === "finish" && event.outputTokens !== maxTokens)
      throw event.error ?? new Error("tokens were lost");
  }
  thread.release();
}
