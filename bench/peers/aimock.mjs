// aimock in a process of its own: a mock of OpenAI's servers. Takes { text, chunk } and answers with { port }; it says the
// text to every question, in pieces of so many characters and without a pause between them.
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
