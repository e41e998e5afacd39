import { expect, test } from "vitest";
import { ask, useEngine } from "./asking.fixture.ts";
import { useTestServer } from "./server.fixture.ts";

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ model: "story", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

/** Hears what a server says in one write. */
async function heardAtOnce(...chunks: readonly string[]) {
  const server = await useTestServer();
  server.behave(({ path }, response) => {
    if (path !== "/v1/chat/completions") return false;
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(`${chunks.join("")}${chunk({}, "stop")}data: [DONE]\n\n`);
    return true;
  });
  return ask(useEngine({ targets: [{ preset: "vllm", url: server.url }] }));
}

test("tokens that arrive together are joined into bursts of limited size", async () => {
  const letters = [..."abcdefghijklmnopqrst"];
  const { text, bursts } = await heardAtOnce(...letters.map((content) => chunk({ content })));
  expect(text).toBe(letters.join(""));
  expect(bursts.map(({ tokens }) => tokens)).toEqual([8, 8, 4]);
});

test("tokens of different parts are not joined", async () => {
  const { bursts } = await heardAtOnce(
    ...["Let ", "me ", "see."].map((reasoning) => chunk({ reasoning })),
    ...["It ", "is."].map((content) => chunk({ content })),
  );
  expect(bursts.map(({ part, text, tokens }) => [part.type, text, tokens])).toEqual([
    ["reasoning", "Let me see.", 3],
    ["text", "It is.", 2],
  ]);
});
