import { expect, test } from "vitest";
import type { FlintServer } from "../../server.ts";
import { serve } from "../websocket/socket.fixture.ts";

const post = (server: FlintServer, body: object) =>
  fetch(`${server.url}/responses`, { method: "POST", body: JSON.stringify(body) });
const answered = async (server: FlintServer, body: object) => {
  const response = await post(server, { store: false, ...body });
  const { status, error } = await response.json();
  return { status, error };
};
const formatted = (schema: object) => ({
  input: "hi",
  text: { format: { type: "json_schema", name: "it", strict: true, schema } },
});

/** A second of work, or some. */
const hostile = (letters: string) =>
  formatted({ type: "string", pattern: `^(${letters}b?){1,1000}$`, minLength: 3, maxLength: 1900 });

test("other answers stream on while a slow schema is translated, and its error is returned", async () => {
  const server = await serve({
    tokens_per_second: 500,
    turns: [{ steps: [{ repeat: 100_000, text: "word " }] }],
  });
  const streamed = (await post(server, { input: "go", stream: true })).body?.getReader();
  await streamed?.read();
  let isOver = false;
  const refused = answered(server, hostile("a")).finally(() => {
    isOver = true;
  });
  let chunks = 0;
  while (!isOver) {
    const chunk = await Promise.race([streamed?.read(), refused]);
    if (chunk !== undefined && "value" in chunk) chunks += 1;
  }
  await streamed?.cancel();
  expect((await refused).error).toMatchObject({
    code: "invalid_json_schema",
    message: expect.stringContaining("is too large together with this `pattern`"),
  });
  // Were the server's own thread at work, there would be those that had been sent before, and no more.
  expect(chunks).toBeGreaterThan(10);
});

test("a quick schema is answered while slow ones are being translated", async () => {
  const server = await serve({ turns: [{ steps: [{ text: "{}" }] }] });
  // So many that together they take a second on any machine.
  const long = Promise.all([..."cdefghijkl"].map((letter) => answered(server, hostile(letter))));
  let isOver = false;
  void long.then(() => {
    isOver = true;
  });
  const answers: unknown[] = [];
  for (let at = 0; !isOver; at++) answers.push(await answered(server, formatted({ const: at })));
  expect(answers.length).toBeGreaterThan(5);
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['{"status":"completed","error":null}']),
  );
  for (const { error } of await long) expect(error).toMatchObject({ code: "invalid_json_schema" });
});
