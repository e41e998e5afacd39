import { events, type InputItem } from "@flint/protocol";
import { expect, test } from "vitest";
import { connect, listen, stateOf, until } from "./session.fixture.ts";

const said = (text: string): InputItem => ({
  type: "message",
  role: "user",
  content: [{ type: "input_text", text }],
});
const answered = (text: string): object =>
  expect.objectContaining({ role: "assistant", content: [expect.objectContaining({ text })] });

test("a conversation holds all items up to a response, and another session can continue it", async () => {
  const server = await listen();
  const session = await connect(server);
  const one = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("first").complete();
  const two = session.respond({ input: "two", previousResponseId: (await one).responseId });
  (await server.next("response.create")).begin().text("second").complete();
  const saved = JSON.stringify(session.conversation((await two).responseId ?? ""));
  expect(JSON.parse(saved)).toEqual([said("one"), answered("first"), said("two"), answered("second")]);
  expect(session.conversation((await one).responseId ?? "")).toEqual([said("one"), answered("first")]);
  await session.close();

  const next = await connect(server);
  const three = next.respond({ input: [...(JSON.parse(saved) as InputItem[]), said("three")] });
  const arrival = await server.next("response.create");
  expect(arrival.frame).toMatchObject({ input: [...JSON.parse(saved), said("three")] });
  arrival.begin().text("third").complete();
  expect(next.conversation((await three).responseId ?? "")).toHaveLength(6);
});

test("a conversation includes the text of steers", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.respond({ input: "a story" });
  const arrival = await server.next("response.create");
  const first = arrival.begin().text("once");
  await until(turn, "text");
  const steered = turn.steer("shorter");
  await server.next("response.steer");
  first.event(events.steerAccepted("steer_1", first.id));
  await steered;
  first.incomplete("steered");
  arrival.begin(first.id).text("the end").complete();
  const { responseId } = await turn;
  const items = session.conversation(responseId ?? "");
  expect(items.filter((item) => "role" in item && item.role === "user")).toEqual([
    said("a story"),
    said("shorter"),
  ]);
  expect(items.at(-1)).toEqual(answered("the end"));
});

test("an answer interrupted over HTTP, where no end arrives, can be continued", async () => {
  const server = await listen();
  const session = await connect(server, { transport: "http" });
  const one = session.respond({ input: "one" });
  (await server.next("response.create")).begin().callTool("look").text("I am loo");
  await until(one, "text");
  await one.interrupt();
  const { responseId, output } = await one;
  expect(output).toHaveLength(1);
  const two = session.respond({ input: "two", previousResponseId: responseId });
  const arrival = await server.next("response.create");
  expect(arrival.create.input).toEqual([said("one"), ...output, said("two")]);
  expect(arrival.create).not.toHaveProperty("previous_response_id");
  arrival.begin().text("second").complete();
  expect(session.conversation((await two).responseId ?? "")).toHaveLength(4);
});

test("an answer interrupted while the connection was lost can be continued", async () => {
  const server = await listen();
  const session = await connect(server);
  const one = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("fir");
  await until(one, "text");
  const lost = stateOf(session, "reconnecting");
  server.drop();
  await lost;
  await one.interrupt();
  const { responseId } = await one;
  const two = session.respond({ input: "two", previousResponseId: responseId });
  const arrival = await server.next("response.create");
  expect(arrival.create.input).toEqual([said("one"), said("two")]);
  expect(arrival.create).not.toHaveProperty("previous_response_id");
  arrival.begin().text("second").complete();
  expect(await two).toMatchObject({ text: "second" });
});

test("a conversation that the session does not know, or has partly dropped, is refused", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { chainResponses: 1 } });
  const refusal = { name: "FlintError", code: "invalid_argument" };
  expect(() => session.conversation("resp_other")).toThrow(expect.objectContaining(refusal));
  const one = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("first").complete();
  const two = session.respond({ input: "two", previousResponseId: (await one).responseId });
  (await server.next("response.create")).begin().text("second").complete();
  const { responseId } = await two;
  expect(() => session.conversation(responseId ?? "")).toThrow(/limits\.chainResponses/);
  const edit = session.edit({ code: "let a = 1;", instruction: "x" });
  (await server.next("response.create")).begin().text("let b = 1;").complete();
  const { responseId: edited } = await edit;
  expect(() => session.conversation(edited ?? "")).toThrow(expect.objectContaining(refusal));
});
