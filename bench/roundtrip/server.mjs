// The server of the roundtrip benchmark, in a separate process to measure its CPU time. Receives { scenario } and
// replies with { port }. Receives { frames } and replies with the { port } of a bare socket that sends them in reply
// to every message. Replies to every other message with what it has spent so far.
import { once } from "node:events";
import { createScriptEngine } from "@flint/engine";
import { startServer } from "@flint/server";
import { WebSocketServer } from "ws";

/** Milliseconds inside the engine, for prefills and generation. */
const engineTime = { prompt: 0, answer: 0 };
let server;

process.on("disconnect", () => process.exit());
process.on("message", async ({ scenario, frames }) => {
  if (server === undefined) {
    server = await startServer({ engine: clocked(createScriptEngine({ scenario })) });
    process.send({ port: server.port });
    return;
  }
  if (frames !== undefined) {
    process.send({ port: await openBareSocket(frames) });
    return;
  }
  const { user, system } = process.cpuUsage();
  process.send({ cpu: (user + system) / 1000, prompt: engineTime.prompt, answer: engineTime.answer });
});

async function openBareSocket(frames) {
  const sockets = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  sockets.on("connection", (socket, { socket: transport }) => {
    socket.on("message", (data) => {
      JSON.parse(String(data));
      transport.cork();
      for (const frame of frames) socket.send(frame);
      transport.uncork();
    });
  });
  await once(sockets, "listening");
  return sockets.address().port;
}

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
