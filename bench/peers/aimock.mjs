// aimock, a mock of OpenAI's servers, in a separate process. Receives { text, chunk } and replies with { port }.
// Answers every request with the text, in pieces of `chunk` characters without pauses.
import { LLMock } from "@copilotkit/aimock";

process.on("disconnect", () => process.exit());
process.on("message", async ({ text, chunk }) => {
  const mock = new LLMock({
    port: 0,
    latency: 0,
    chunkSize: chunk,
    journalMaxEntries: 100,
    logLevel: "silent",
  });
  mock.onMessage(/.*/s, { content: text });
  await mock.start();
  process.send({ port: Number(new URL(mock.url).port) });
});
