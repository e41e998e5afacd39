import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { PromptItem } from "../../contract/index.ts";
import { type Conversation, useConversations } from "./conversation.fixture.ts";
import { linesOf, useSocketServer, wordsOf } from "./socket-server.fixture.ts";

const NEW = { transport: "websocket", input: "new" };
const WHOLE = { transport: "websocket", input: "whole" };

test("a conversation continues over its socket by sending only what is new", async () => {
  const server = await useSocketServer();
  const conversation = await useConversations(server).open();
  const routes = [];
  for (const text of ["one", "two", "three"]) routes.push((await conversation.say(text)).finish.route);
  expect(routes).toEqual([WHOLE, NEW, NEW]);
  expect(server.created.map(({ frame }) => linesOf(frame.input as unknown[]))).toEqual([
    ["user: one"],
    ["user: two"],
    ["user: three"],
  ]);
  expect(linesOf(server.created[2]?.context ?? [])).toEqual(linesOf(conversation.items.slice(0, -1)));
  expect(server.created[0]?.frame).toMatchObject({ type: "response.create", store: false, model: "story" });
  expect(server.created[0]?.frame).not.toHaveProperty("stream");
  expect(server.handshakes).toBe(1);
});

test("only what is new is sent even if the client repeats the whole conversation", async () => {
  const server = await useSocketServer();
  const conversation = await useConversations(server).open();
  await conversation.say("one");
  const copy = structuredClone(conversation.items);
  conversation.tip = null;
  conversation.add(...copy);
  expect((await conversation.say("two")).finish.route).toEqual(NEW);
});

test("a conversation that was changed is sent whole again", async () => {
  const server = await useSocketServer();
  const conversation = await useConversations(server).open();
  await conversation.say("one");
  await conversation.say("two");
  const [first, ...others] = structuredClone(conversation.items);
  conversation.tip = null;
  conversation.add({ ...first, content: "another one" } as typeof first & object, ...others);
  expect((await conversation.say("three")).finish.route).toEqual(WHOLE);
  expect(linesOf(server.created[2]?.context ?? [])).toEqual(linesOf(conversation.items.slice(0, -1)));
});

test("a conversation that another user has had is told whole: nobody learns of it by what is new", async () => {
  const server = await useSocketServer();
  const conversations = useConversations(server);
  const ann = await conversations.open("ann");
  await ann.say("one");
  for (const user of ["bob", undefined]) {
    const other = await conversations.open(user);
    other.add(...structuredClone(ann.items));
    expect((await other.say("two")).finish.route).toEqual(WHOLE);
  }
  expect((await ann.say("two")).finish.route).toEqual(NEW);
  const again = await conversations.open("ann");
  again.add(...structuredClone(ann.items));
  expect((await again.say("three")).finish.route).toEqual(NEW);
  const keys = server.created.map(({ frame }) => frame.prompt_cache_key);
  expect(new Set(keys).size).toBe(3);
});

test("an answer of another user that was interrupted is not gone on from", async () => {
  const server = await useSocketServer();
  const conversations = useConversations(server);
  const [ann, bob] = [await conversations.open("ann"), await conversations.open("bob")];
  await ann.say("one", 2);
  bob.add(...structuredClone(ann.items));
  expect((await bob.say("two")).finish.route).toEqual(WHOLE);
  expect((await ann.say("two")).finish.route).toEqual(NEW);
});

test("concurrent answers use separate sockets, and each fork of an answer gets its own context", async () => {
  const server = await useSocketServer();
  const conversations = useConversations(server);
  const origin = await conversations.open();
  await origin.say("one");
  const fork = await conversations.open();
  fork.tip = origin.tip;
  await Promise.all([origin.say("left"), fork.say("right")]);
  expect(
    server.created
      .slice(1)
      .map(({ context }) => linesOf(context))
      .sort(),
  ).toEqual([origin, fork].map(({ items }) => linesOf(items.slice(0, -1))));
  expect(server.open).toBe(2);
});

test("only the outputs of tools are sent after their calls", async () => {
  const server = await useSocketServer();
  const conversation = await useConversations(server).open();
  const call = { type: "function_call", id: "fc_1", call_id: "call_1", name: "look", status: "completed" };
  server.behave = (frame, { send }) => {
    if (frame.previous_response_id !== undefined) return false;
    send({ type: "response.created", response: { id: "resp_call", model: "story" } });
    send({ type: "response.output_item.added", item: { ...call, arguments: "" } });
    send({ type: "response.function_call_arguments.delta", delta: '{"at":1}' });
    send({ type: "response.output_item.done", item: { ...call, arguments: '{"at":1}' } });
    send({ type: "response.completed", response: { id: "resp_call", model: "story" } });
    return true;
  };
  conversation.add({ role: "user", content: "look" });
  await conversation.hear();
  conversation.add({ ...call, id: "fc_of_flint", arguments: '{"at":1}' } as never);
  conversation.add({ type: "function_call_output", call_id: "call_1", output: "a wall" });
  server.behave = (frame, { send }) => {
    expect(frame).toMatchObject({
      previous_response_id: "resp_call",
      input: [{ type: "function_call_output", call_id: "call_1", output: "a wall" }],
    });
    send({ type: "response.created", response: { id: "resp_end", model: "story" } });
    send({ type: "response.completed", response: { id: "resp_end", model: "story" } });
    return true;
  };
  expect((await conversation.hear()).finish).toMatchObject({ reason: "stop", route: NEW });
});

test.each([
  ["openai", "reasoning", NEW],
  ["flint", "reasoning", NEW],
  ["flint", "another reasoning", WHOLE],
] as const)(
  "preset %s: an answer that comes back with %s is continued only if it is the same",
  async (preset, told, route) => {
    const server = await useSocketServer();
    const conversation = await useConversations(server, {}, { preset }).open();
    const reasoning = (id: string, text: string): PromptItem => ({
      ...{ id, type: "reasoning", status: "completed", summary: [] },
      content: [{ type: "reasoning_text", text }],
    });
    const message = (id: string): PromptItem => ({
      ...{ id, type: "message", role: "assistant", status: "completed" },
      content: [{ type: "refusal", refusal: "No." }],
    });
    server.behave = (_, { send }) => {
      send({ type: "response.created", response: { id: "resp_1", model: "story" } });
      send({ type: "response.reasoning_text.delta", delta: "reasoning" });
      send({ type: "response.output_item.done", item: reasoning("rs_1", "reasoning") });
      send({ type: "response.refusal.delta", delta: "No." });
      send({ type: "response.output_item.done", item: message("msg_1") });
      send({ type: "response.completed", response: { id: "resp_1", model: "story" } });
      return true;
    };
    conversation.add({ role: "user", content: "one" });
    await conversation.hear();
    conversation.add(reasoning("rs_of_flint", told), message("msg_of_flint"));
    expect((await conversation.say("two")).finish.route).toEqual(route);
  },
);

test("an answer with an item that only its server knows is never continued", async () => {
  const server = await useSocketServer();
  const conversation = await useConversations(server).open();
  server.behave = (_, { send }) => {
    send({ type: "response.created", response: { id: "resp_1", model: "story" } });
    send({ type: "response.output_item.done", item: { type: "web_search_call", id: "ws_1" } });
    send({ type: "response.output_text.delta", delta: "Found." });
    const content = [{ type: "output_text", text: "Found." }];
    send({ type: "response.output_item.done", item: { type: "message", role: "assistant", content } });
    send({ type: "response.completed", response: { id: "resp_1", model: "story" } });
    return true;
  };
  await conversation.say("one");
  expect((await conversation.say("two")).finish.route).toEqual(WHOLE);
});

test("an aborted answer is interrupted, and continued from the text that was read", async () => {
  const server = await useSocketServer({ words: 10_000 });
  const conversation = await useConversations(server).open();
  const cut = await conversation.say("one", 3);
  expect(cut.finish.reason).toBe("aborted");
  const steered = await conversation.say("instead", 1);
  expect(steered.finish.route).toEqual(NEW);
  const { frame, context } = server.created[1] ?? {};
  expect(frame?.previous_response_id).toBe("resp_1");
  expect(linesOf(frame?.input as unknown[])).toEqual([`assistant: ${cut.text}`, "user: instead"]);
  expect(linesOf(context ?? [])).toEqual(linesOf(conversation.items.slice(0, -1)));
  await vi.waitFor(() => expect(server.writing).toBe(0));
  expect([server.handshakes, server.open]).toEqual([1, 1]);
});

test.each([
  ["does not support interrupts", "response.interrupt.failed"],
  ["answers them with an error", "error"],
  ["never ends the response", null],
])("a server that %s has its socket closed, and the next request is sent whole", async (_, type) => {
  const server = await useSocketServer({ words: 10_000 });
  const conversation = await useConversations(server, { timeouts: { interrupt: 50 } }).open();
  server.behave = (frame, { send }) => {
    if (frame.type !== "response.interrupt") return false;
    const error = { code: "interrupt_not_supported", message: "no" };
    if (type !== null) send({ type, status: 400, response_id: frame.response_id, error });
    return true;
  };
  await conversation.say("one", 2);
  const { finish } = await conversation.say("two", 2);
  expect(finish.route).toEqual(WHOLE);
  await vi.waitFor(() => expect(server.writing).toBe(0));
});

test("an abort with OpenAI closes the socket, and another one is opened at once", async () => {
  const server = await useSocketServer({ words: 10_000 });
  const conversation = await useConversations(server, {}, { preset: "openai" }).open();
  await conversation.say("one", 2);
  await vi.waitFor(() => expect([server.writing, server.handshakes]).toEqual([0, 2]));
  expect((await conversation.say("two", 2)).finish.route).toEqual(WHOLE);
  expect(server.frames.filter(({ type }) => type === "response.interrupt")).toEqual([]);
  expect(server.created[1]?.socket.nth).toBe(1);
});

test("the next answer is requested right after the interrupt, without waiting for the first to end", async () => {
  const server = await useSocketServer({ words: 10_000 });
  const conversation = await useConversations(server).open();
  let stop: (() => void) | null = null;
  server.behave = (frame, { send }) => {
    if (frame.type === "response.interrupt") {
      stop = () =>
        send({
          type: "response.incomplete",
          response: { id: "resp_x", incomplete_details: { reason: "interrupted" } },
        });
      return true;
    }
    if (frame.previous_response_id === undefined) {
      send({ type: "response.created", response: { id: "resp_x", model: "story" } });
      send({ type: "response.output_item.added", item: { type: "message", content: [] } });
      send({ type: "response.output_text.delta", delta: "Once" });
      return true;
    }
    expect(frame).toMatchObject({ previous_response_id: "resp_x" });
    // Only now, that the next one has been asked for.
    stop?.();
    send({ type: "response.created", response: { id: "resp_y", model: "story" } });
    send({ type: "response.output_item.added", item: { type: "message", content: [] } });
    send({ type: "response.output_text.delta", delta: "then" });
    send({ type: "response.completed", response: { id: "resp_y", model: "story" } });
    return true;
  };
  expect((await conversation.say("one", 1)).finish.reason).toBe("aborted");
  const next = await conversation.say("two");
  expect(next).toMatchObject({ text: "then", finish: { reason: "stop", route: NEW } });
  expect(server.handshakes).toBe(1);
});

test("an answer that ended before its interrupt is not continued: the next request is sent whole", async () => {
  const server = await useSocketServer();
  const conversation = await useConversations(server).open();
  await conversation.say("before");
  server.behave = ({ type }) => type === "response.interrupt";
  const { finish } = await conversation.say("one", 2);
  expect(finish.reason).toBe("aborted");
  const next = await conversation.say("two");
  const asked = conversation.items.slice(0, -1);
  expect(linesOf(server.created.at(-1)?.context ?? [])).toEqual(linesOf(asked));
  expect(next).toMatchObject({ text: wordsOf(asked, 12).join(""), finish: { reason: "stop", route: WHOLE } });
  await vi.waitFor(() => expect([server.open, server.writing]).toEqual([1, 0]));
});

test("the last of several rapid steers is answered with the whole conversation", async () => {
  const server = await useSocketServer({ words: 10_000 });
  const conversation = await useConversations(server).open();
  await conversation.say("zero", 2);
  for (const text of ["one", "two", "three", "four"]) await conversation.say(text, 0);
  await conversation.say("last", 1);
  const { context } = server.created.at(-1) ?? {};
  expect(linesOf(context ?? [])).toEqual(linesOf(conversation.items.slice(0, -1)));
  await vi.waitFor(() => expect([server.open, server.writing]).toEqual([1, 0]));
});

test("a prefill opens the socket that the answer uses", async () => {
  const server = await useSocketServer();
  const conversation = await useConversations(server).open();
  conversation.add({ role: "user", content: "one" });
  await conversation.thread.prefill(conversation.prompt);
  await vi.waitFor(() => expect(server.open).toBe(1));
  await conversation.hear();
  expect(server.handshakes).toBe(1);
});

test("requests go over HTTP when the limit of sockets is reached", async () => {
  const server = await useSocketServer({ words: 200 });
  const conversations = useConversations(server, { limits: { sockets: 1 } });
  const [a, b] = [await conversations.open(), await conversations.open()];
  const said = await Promise.all([a.say("one"), b.say("two")]);
  expect(said.map(({ finish }) => finish.route?.transport).sort()).toEqual(["http", "websocket"]);
  expect(said.map(({ finish }) => finish.reason)).toEqual(["stop", "stop"]);
  expect(server.handshakes).toBe(1);
});

test("an idle socket closes, and an old one is not used again", async () => {
  const server = await useSocketServer();
  const idle = await useConversations(server, { timeouts: { socketIdle: 1 } }).open();
  await idle.say("one");
  await vi.waitFor(() => expect(server.open).toBe(0));
  expect((await idle.say("two")).finish.route).toEqual(WHOLE);

  const old = await useConversations(server, { timeouts: { socketAge: 0 } }).open();
  expect((await old.say("one")).finish.route).toEqual(WHOLE);
  expect((await old.say("two")).finish.route).toEqual(WHOLE);
  await vi.waitFor(() => expect(server.open).toBe(0));
});

test("closing the engine closes all sockets, whether in use or idle", async () => {
  const server = await useSocketServer({ words: 10_000 });
  const conversations = useConversations(server);
  const [a, b] = [await conversations.open(), await conversations.open()];
  const running = a.say("one");
  await b.say("two", 1);
  await conversations.close();
  expect((await running).finish).toMatchObject({ reason: "error", error: { code: "engine_closed" } });
  await vi.waitFor(() => expect([server.open, server.writing]).toEqual([0, 0]));
});

type Step = {
  readonly who: number;
  readonly until: number | undefined;
  readonly act: "say" | "fork" | "tell";
};

test("the server answers the right conversation for any mix of turns, cuts and forks", {
  timeout: 60_000,
}, async () => {
  const steps = fc.array(
    fc.record({
      who: fc.nat(2),
      until: fc.option(fc.nat(12), { nil: undefined }),
      act: fc.constantFrom<Step["act"]>("say", "say", "say", "fork", "tell"),
    }),
    { minLength: 4, maxLength: 12 },
  );
  const server = await useSocketServer();
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const conversations = useConversations(server, { limits: { sockets: 2 } });
      const open = await Promise.all([0, 1, 2].map(() => conversations.open()));
      for (const { who, until, act } of all) {
        const conversation = open[who] as Conversation;
        if (act === "fork" && open[0] !== undefined) conversation.tip = open[0].tip;
        if (act === "tell" && conversation.tip !== null)
          conversation.tip = { parent: null, items: structuredClone(conversation.items) };
        const said = await conversation.say(`text ${++nth}`, until);
        const asked = conversation.items.slice(0, said.text === "" ? undefined : -1);
        const whole = wordsOf(asked, 12).join("");
        if (said.finish.reason === "stop") expect(said.text).toBe(whole);
        else {
          expect([until, said.finish.reason]).toEqual([expect.any(Number), "aborted"]);
          expect(whole.startsWith(said.text)).toBe(true);
        }
      }
      await conversations.close();
    }),
    { numRuns: 15 },
  );
  await vi.waitFor(() => expect([server.open, server.writing]).toEqual([0, 0]));
});
