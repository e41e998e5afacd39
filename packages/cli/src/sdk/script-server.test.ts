import { createScriptEngine, type Scenario } from "@flint/engine";
import { type FlintServer, startServer } from "@flint/server";
import { describe, expect, onTestFinished, test } from "vitest";
import { initializeSession, type Session, type SessionLimits } from "../index.ts";

const CODE = `function total(items) {
  var sum = 0;
  for (var item of items) sum += item.price;
  return sum;
}

console.log(total([]));
`;
const EDITED = CODE.replaceAll("var ", "let ");

/** Slow enough to be caught in the middle, fast enough to be waited for. */
const PACE = 2_000;

async function serve(scenario: Scenario, port = 0, webSocket = true): Promise<FlintServer> {
  const engine = createScriptEngine({ scenario });
  const server = await startServer({ engine, port, webSocket, limits: { drain: 0 } });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
  });
  return server;
}

async function connect(server: FlintServer, limits: SessionLimits = {}): Promise<Session> {
  const session = await initializeSession({ url: server.url, limits: { backoff: [5, 50], ...limits } });
  onTestFinished(() => session.close());
  return session;
}

async function untilText(turn: AsyncIterable<{ type: string }>): Promise<void> {
  for await (const event of turn) if (event.type === "text") return;
}

const edit: Scenario = { turns: [{ steps: [{ text: `\`\`\`js\n${EDITED}\`\`\`` }] }] };
const slow: Scenario = {
  tokens_per_second: PACE,
  turns: [
    { steps: [{ repeat: 4_000, text: "word();\n" }] },
    { when: { contains: "instead" }, steps: [{ text: EDITED }] },
  ],
};

test("an edit returns code, hunks and diff, and its events report them live", async () => {
  const session = await connect(await serve(edit));
  const turn = session.edit({ code: CODE, instruction: "use let", language: "js" });
  const types: string[] = [];
  for await (const event of turn) types.push(event.type);
  const result = await turn;
  expect(result).toMatchObject({
    code: EDITED,
    status: "completed",
    unchanged: false,
    model: "script",
    verification: { parses: true, parsedBefore: true, errors: [] },
  });
  expect(result.diff).toContain("-  var sum = 0;\n-  for (var item");
  expect(types.filter((type) => type === "text").length).toBeGreaterThan(1);
  expect(types.indexOf("hunk")).toBeLessThan(types.lastIndexOf("text"));
  expect(types.at(-1)).toBe("timings");
  expect(result.timings.first_token_ms).toBeGreaterThan(0);
  expect(result.timings.server?.accepted).toBeGreaterThan(0);
  expect(result.timings.output_tokens).toBeGreaterThan(10);
});

test("optimizeCode returns the edited code", async () => {
  const session = await connect(await serve(edit));
  const { code } = await session.optimizeCode(CODE);
  expect(code).toBe(EDITED);
});

test("many edits run at once on one connection", async () => {
  const session = await connect(await serve(edit));
  const results = await Promise.all(Array.from({ length: 40 }, () => session.optimizeCode(CODE)));
  expect(new Set(results.map(({ code }) => code))).toEqual(new Set([EDITED]));
});

test("an interrupt stops the engine and returns the answer so far", async () => {
  const session = await connect(await serve(slow));
  const turn = session.optimizeCode(CODE);
  await untilText(turn);
  const { milliseconds } = await turn.interrupt();
  const result = await turn;
  expect(result).toMatchObject({ status: "interrupted", verification: { parses: true } });
  expect(milliseconds).toBeLessThan(1_000);
  expect(result.answer.length).toBeLessThan(4_000 * 8);
  const next = session.edit({ code: CODE, instruction: "let instead of var" });
  expect(await next).toMatchObject({ code: EDITED });
});

test("a steer restarts the answer", async () => {
  const session = await connect(await serve(slow));
  const turn = session.optimizeCode(CODE);
  await untilText(turn);
  const { milliseconds } = await turn.steer("use let instead");
  const types: string[] = [];
  for await (const event of turn) types.push(event.type);
  expect(await turn).toMatchObject({ code: EDITED, status: "completed" });
  expect(types).toContain("restart");
  expect(milliseconds).toBeLessThan(1_000);
});

test("an engine failure is reported, and the next edit works", async () => {
  const crash = { code: "engine_crashed", message: "the engine's process ended unexpectedly" } as const;
  const session = await connect(
    await serve({
      turns: [...edit.turns, { when: { contains: "crash" }, steps: [{ text: "let" }, { error: crash }] }],
    }),
  );
  await expect(session.edit({ code: CODE, instruction: "crash" })).rejects.toMatchObject({
    code: "response_failed",
    serverCode: "server_error",
  });
  expect(await session.optimizeCode(CODE)).toMatchObject({ code: EDITED });
});

test("an unknown model is refused with the models there are", async () => {
  const session = await connect(await serve(edit));
  await expect(session.optimizeCode(CODE, { model: "none" })).rejects.toMatchObject({
    code: "request_failed",
    serverCode: "model_not_found",
    message: expect.stringContaining("script"),
  });
  expect((await session.models()).map(({ id }) => id)).toEqual(["script"]);
});

describe("when the server is restarted on its port", () => {
  test("a session and its conversation go on", async () => {
    const chat: Scenario = {
      turns: [
        { steps: [{ text: "first" }] },
        { steps: [{ text: "second" }] },
        { steps: [{ text: "third" }] },
      ],
    };
    const server = await serve(chat);
    const session = await connect(server, { reconnectAttempts: 1_000 });
    const first = await session.respond({ input: "one" });
    const second = await session.respond({ input: "two", previousResponseId: first.responseId });
    await server.close();
    await serve(chat, server.port);
    const third = await session.respond({ input: "three", previousResponseId: second.responseId });
    expect([first.text, second.text, third.text]).toEqual(["first", "second", "third"]);
  });

  test("a running edit starts over", async () => {
    const server = await serve(slow);
    const session = await connect(server, { reconnectAttempts: 1_000 });
    const turn = session.optimizeCode(CODE);
    await untilText(turn);
    await server.close();
    await serve(edit, server.port);
    const types: string[] = [];
    for await (const event of turn) types.push(event.type);
    expect(await turn).toMatchObject({ code: EDITED });
    expect(types).toContain("restart");
  });
});

test("a server without WebSockets serves the same edits over HTTP", async () => {
  const session = await connect(await serve(slow, 0, false));
  expect(session.connection).toMatchObject({ status: "open", transport: "http" });
  expect(await session.edit({ code: CODE, instruction: "let instead of var" })).toMatchObject({
    code: EDITED,
  });
  const turn = session.optimizeCode(CODE);
  await untilText(turn);
  await expect(turn.steer("x")).rejects.toMatchObject({ code: "steer_failed" });
  await turn.interrupt();
  expect(await turn).toMatchObject({ status: "interrupted" });
});

test("a tool call is an output item, and its output continues the chain", async () => {
  const session = await connect(
    await serve({
      turns: [
        { steps: [{ function_call: { name: "read", arguments: { path: "a.js" }, call_id: "call_1" } }] },
        { when: { last: "function_call_output" }, steps: [{ text: "it is empty" }] },
      ],
    }),
  );
  const asked = await session.respond({
    input: "what is in a.js?",
    tools: [{ type: "function", name: "read", parameters: { type: "object" } }],
  });
  expect(asked.output).toMatchObject([{ type: "function_call", name: "read", call_id: "call_1" }]);
  const answered = await session.respond({
    input: [{ type: "function_call_output", call_id: "call_1", output: "" }],
    previousResponseId: asked.responseId,
  });
  expect(answered.text).toBe("it is empty");
});
