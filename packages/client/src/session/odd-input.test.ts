import { expect, test } from "vitest";
import type { RespondOptions } from "./index.ts";
import { connect, listen, stateOf } from "./session.fixture.ts";

const circular: Record<string, unknown> = { type: "message", role: "user" };
circular.content = circular;

test.each<[string, object]>([
  ["an input that holds itself", { input: [circular] }],
  ["a number that JSON has not", { input: [{ type: "message", role: "user", content: 1n }] }],
  ["such a tool", { input: "a", tools: [circular] }],
])(
  "%s is refused before anything is sent, both while connected and while reconnecting",
  async (_, options) => {
    const server = await listen();
    const session = await connect(server, { limits: { concurrentTurns: 1, backoff: [300, 300] } });
    const ask = () => session.respond(options as RespondOptions);
    const refusal = { code: "invalid_argument", message: expect.stringContaining("JSON") };
    await expect(ask()).rejects.toMatchObject(refusal);
    const lost = stateOf(session, "reconnecting");
    server.drop();
    await lost;
    await expect(ask()).rejects.toMatchObject(refusal);
    // The only lane is free still.
    const turn = session.respond({ input: "one" });
    (await server.next("response.create")).begin().text("fine").complete();
    expect(await turn).toMatchObject({ text: "fine" });
  },
);

test("a conversation is sent again as first sent, even if the caller has changed the list since", async () => {
  const server = await listen();
  const session = await connect(server);
  const message = { type: "message", role: "user", content: "first" } as { content: string };
  const input = [message] as unknown as Exclude<RespondOptions["input"], string> & unknown[];
  const turn = session.respond({ input });
  const create = await server.next("response.create");
  message.content = "changed";
  input.push({ type: "message", role: "user", content: "added" });
  create.begin().text("one").complete();
  const { responseId } = await turn;
  const lost = stateOf(session, "reconnecting");
  server.drop();
  await lost;
  const next = session.respond({ input: "second", previousResponseId: responseId });
  const again = await server.next("response.create");
  expect(JSON.stringify(again.create.input)).toMatch(/first.*one.*second/);
  expect(JSON.stringify(again.create.input)).not.toMatch(/changed|added/);
  again.begin().complete();
  await next;
});

test("optimizing empty code is refused, while an edit can write new code", async () => {
  const server = await listen();
  const session = await connect(server);
  for (const code of ["", " \n"]) {
    await expect(session.optimizeCode(code)).rejects.toMatchObject({
      code: "invalid_argument",
      message: expect.stringContaining("code is empty"),
    });
  }
  const turn = session.edit({ code: "", file: "a.js", instruction: "write one" });
  (await server.next("response.create")).begin().text("```js\nlet one = 1;\n```").complete();
  expect(await turn).toMatchObject({ code: "let one = 1;\n", unchanged: false });
});
