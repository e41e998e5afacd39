import { expect, test } from "vitest";
import { ask, useEngine } from "./asking.fixture.ts";
import { useTestServer } from "./server.fixture.ts";
import { before } from "./socket/conversation.fixture.ts";

/** Longer than a silence may be, and shorter than the wait for the first token. */
const SLOW = 300;
const TIMEOUTS = { firstByte: 60_000, silence: 50 };

const chunk = (choice: unknown) => `data: ${JSON.stringify({ choices: [choice] })}\n\n`;

/** Longer than a timer can wait. */
const FORTY_DAYS = 40 * 24 * 60 * 60_000;

test.each([
  ["a server that sends its headers at once has the full time for its first token", TIMEOUTS],
  [
    "timeouts longer than a timer supports do not end at once",
    { firstByte: FORTY_DAYS, silence: FORTY_DAYS },
  ],
])("%s", async (_, timeouts) => {
  const server = await useTestServer();
  server.behave(({ path }, response) => {
    if (path !== "/v1/chat/completions") return false;
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(chunk({ delta: { role: "assistant", content: "" } }));
    setTimeout(() => {
      response.write(chunk({ delta: { content: "Once" } }));
      response.end(chunk({ delta: {}, finish_reason: "stop" }));
    }, SLOW);
    return true;
  });
  const engine = useEngine({ targets: [{ preset: "vllm", url: server.url }], timeouts });
  expect(await ask(engine)).toMatchObject({ text: "Once", finish: { reason: "stop" } });
});

test("a server that sends no token in time is given up, even if it has sent its headers", async () => {
  const server = await useTestServer();
  server.behave(({ path }, response) => {
    if (path !== "/v1/chat/completions") return false;
    response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    return true;
  });
  const timeouts = { firstByte: 50, silence: 60_000 };
  const engine = useEngine({ targets: [{ preset: "vllm", url: server.url }], timeouts });
  expect((await ask(engine)).finish.error?.message).toMatch(/no answer in time.*timeouts\.firstByte/);
});

test("a response that is created at once has the same time for its first token", async () => {
  const { server, conversation } = await before({}, { timeouts: TIMEOUTS });
  server.behave = (_, { send }) => {
    const response = { id: "resp_x", model: "story" };
    send({ type: "response.created", response });
    send({ type: "response.in_progress", response });
    setTimeout(() => {
      send({ type: "response.output_item.added", item: { type: "message", content: [] } });
      send({ type: "response.output_text.delta", delta: "Once" });
      send({ type: "response.completed", response });
    }, SLOW);
    return true;
  };
  expect(await conversation.say("one")).toMatchObject({ text: "Once", finish: { reason: "stop" } });
});
