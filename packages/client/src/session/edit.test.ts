import { getEventListeners } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiError, events } from "@flint/protocol";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Answer } from "../connection/responses-server.fixture.ts";
import { EDIT_INSTRUCTIONS } from "../edit/index.ts";
import { connect, eventsOf, listen, until } from "./session.fixture.ts";

const CODE = "function f(n) {\n  return n <= 1 ? 1 : n * f(n - 1);\n}\n";
const LOOP = "function f(n) {\n  let r = 1;\n  for (let i = 2; i <= n; i++) r *= i;\n  return r;\n}";

test("an edit sends the code with itself as the draft, and resolves with the edited code", async () => {
  const server = await listen();
  const session = await connect(server, { model: "coder" });
  const turn = session.edit({ code: CODE, instruction: "use a loop", language: "js", maxOutputTokens: 99 });
  expect(turn.prediction).toBe(CODE.trimEnd());
  const { create, begin: _ } = await server.next("response.create").then((arrival) => {
    arrival.begin().text("```js\n").text(LOOP).text("\n```").complete();
    return { create: arrival.create, begin: arrival.begin };
  });
  expect(create).toEqual({
    type: "response.create",
    model: "coder",
    instructions: EDIT_INSTRUCTIONS,
    temperature: 0,
    store: false,
    max_output_tokens: 99,
    flint: { prediction: CODE.trimEnd(), grace: 30_000, request_id: expect.stringMatching(/^req_/) },
    input: [
      {
        type: "message",
        role: "user",
        content: [
          { type: "input_text", text: `\`\`\`javascript\n${CODE.trimEnd()}\n\`\`\`` },
          { type: "input_text", text: "use a loop" },
        ],
      },
    ],
  });
  const result = await turn;
  expect(result).toMatchObject({
    code: `${LOOP}\n`,
    status: "completed",
    unchanged: false,
    answer: LOOP,
    model: "m",
    verification: { parses: true, parsedBefore: true, language: "javascript" },
  });
  expect(result.diff).toContain("+  let r = 1;");
  expect(result.timings.first_token_ms).toBeGreaterThanOrEqual(0);
});

test.each([
  ["path", (path: string) => ({ path })],
  ["file", (file: string) => ({ file, code: "A=1\n" })],
])("the language of a file given as %s comes from its name and is never guessed", async (_, source) => {
  const folder = await mkdtemp(join(tmpdir(), "flint-named-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, ".env"), "A=1\n");
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ ...source(join(folder, ".env")), instruction: "add a list" });
  const arrival = await server.next("response.create");
  expect(JSON.stringify(arrival.create.input)).toContain("```env\\nA=1");
  arrival.begin().text("A=1\nB=a b c").complete();
  expect((await turn).verification).toMatchObject({
    parses: null,
    language: "env",
    reason: "there is no grammar for env",
  });
});

test.each([
  [undefined, {}, { confidence: null, doubtful: false }],
  [0.39, {}, { confidence: 0.39, doubtful: true }],
  [0.4, {}, { confidence: 0.4, doubtful: false }],
  [0.5, { doubtBelow: 0.9 }, { confidence: 0.5, doubtful: true }],
  [0.01, { doubtBelow: 0 }, { confidence: 0.01, doubtful: false }],
])(
  "an answer of confidence %j with the options %j is doubtful only below the threshold",
  async (told, options, verification) => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.edit({ code: CODE, instruction: "use a loop", language: "js", ...options });
    (await server.next("response.create")).begin().text(LOOP).complete(told);
    expect((await turn).verification).toMatchObject(verification);
  },
);

test("doubtBelow outside of 0 to 1 is refused", async () => {
  const session = await connect(await listen());
  const turn = session.edit({ code: CODE, instruction: "use a loop", doubtBelow: 50 });
  await expect(turn).rejects.toMatchObject({
    code: "invalid_argument",
    message: "doubtBelow must be a number from 0 to 1",
  });
});

test("the language of code without a name is taken from its first line", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ code: "#!/bin/sh\nA=1\n", instruction: "print it" });
  (await server.next("response.create")).begin().text("#!/bin/sh\nA=1\necho $A | cat").complete();
  expect((await turn).verification).toMatchObject({ parses: true, language: "bash" });
});

test("a turn carries the trace context that is active when it begins", async () => {
  const server = await listen();
  let traceparent: string | undefined = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const trace = () => (traceparent === undefined ? undefined : { traceparent, tracestate: "a=b" });
  const session = await connect(server, { trace });
  session.edit({ code: CODE, instruction: "use a loop" });
  traceparent = undefined;
  session.respond({ input: "hello" });
  const creates = [await server.next("response.create"), await server.next("response.create")];
  expect(creates.map(({ create }) => create.metadata)).toEqual([
    { traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", tracestate: "a=b" },
    undefined,
  ]);
});

test('optimizeCode is an edit with the instruction "optimize this code"', async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.optimizeCode("let a = 1;", { prediction: null, model: "other" });
  const arrival = await server.next("response.create");
  expect(arrival.create).toMatchObject({
    model: "other",
    input: [{ content: [{}, { text: "optimize this code" }] }],
  });
  // Nothing said would let the server look for a draft by itself.
  expect(arrival.create.flint?.prediction).toBe("");
  expect(turn.prediction).toBeNull();
  arrival.begin().text("let a = 1;").complete();
  expect(await turn).toMatchObject({ unchanged: true, hunks: [], diff: "" });
});

test("events arrive while the answer streams, with the timings last", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ code: "let a = 1;\nlet second = 2;\nlet third = 3;\n", instruction: "x" });
  const answer = (await server.next("response.create")).begin();
  answer.event(events.keepalive({ prefill: { done: 1, total: 2 } }));
  answer.text("let a = 1;\nlet other = 2;\nlet third = 3;");
  expect(await until(turn, "progress")).toEqual({ type: "progress", prefill: { done: 1, total: 2 } });
  expect(await until(turn, "text")).toMatchObject({ type: "text" });
  expect(turn.preview().pieces.map(({ kind }) => kind)).toEqual(["unchanged", "changed", "expected"]);
  answer.complete();
  const all = await eventsOf(turn);
  expect(all.map(({ type }) => type)).toEqual(["progress", "text", "hunk", "timings"]);
  expect(all[2]).toEqual({
    type: "hunk",
    hunk: {
      kind: "replace",
      oldStart: 2,
      oldLines: ["let second = 2;"],
      newStart: 2,
      newLines: ["let other = 2;"],
    },
  });
});

test("text that the server did not stream is taken from the finished item", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ code: "let a = 1;", instruction: "x" });
  const answer = (await server.next("response.create")).begin();
  answer.event(
    events.outputItemDone(0, {
      type: "message",
      id: "msg",
      status: "completed",
      role: "assistant",
      content: [{ type: "output_text", text: "let b = 1;", annotations: [], logprobs: [] }],
    }),
  );
  answer.complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

describe("an interrupted edit", () => {
  test("resolves with the settled changes and the rest of the original", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.edit({ code: "let a = 1;\nlet second = 2;\nlet third = 3;\n", instruction: "x" });
    const answer = (await server.next("response.create")).begin();
    answer.text("var a = 1;\nlet second = 2;\nlet thi");
    await until(turn, "hunk");
    const acknowledged = turn.interrupt();
    const { frame } = await server.next("response.interrupt");
    expect(frame).toEqual({ type: "response.interrupt", response_id: answer.id });
    answer.event(events.interruptAccepted(answer.id));
    answer.incomplete("interrupted");
    const result = await turn;
    expect(result).toMatchObject({
      status: "interrupted",
      code: "var a = 1;\nlet second = 2;\nlet third = 3;\n",
      answer: "var a = 1;\nlet second = 2;\nlet thi",
      responseId: answer.id,
    });
    expect(result.timings.interrupt_ms).toBe((await acknowledged).milliseconds);
    expect(await turn.interrupt()).toEqual(await acknowledged);
  });

  test("ends after acknowledgementTimeout without an acknowledgement, and without interrupt_ms", async () => {
    const server = await listen();
    const session = await connect(server, { limits: { acknowledgementTimeout: 50 } });
    const turn = session.edit({ code: "let a = 1;", instruction: "x" });
    (await server.next("response.create")).begin().text("let b");
    await until(turn, "text");
    expect((await turn.interrupt()).milliseconds).toBeGreaterThan(40);
    const { status, timings } = await turn;
    expect(status).toBe("interrupted");
    expect(timings).not.toHaveProperty("interrupt_ms");
  });

  test("is withdrawn by its request id if the server has not begun it", async () => {
    const server = await listen();
    const session = await connect(server, { limits: { concurrentTurns: 1 } });
    const turn = session.optimizeCode("let a = 1;");
    const arrival = await server.next("response.create");
    await turn.interrupt();
    expect(await turn).toMatchObject({ status: "interrupted", unchanged: true, responseId: null });
    const request = arrival.create.flint?.request_id ?? "";
    expect((await server.next("response.interrupt")).frame).toMatchObject({ response_id: request });
    arrival.withdraw();
    arrival.begin().incomplete("interrupted");
    const next = session.optimizeCode("let b = 1;");
    (await server.next("response.create")).begin().text("let b = 2;").complete();
    expect(await next).toMatchObject({ code: "let b = 2;" });
    expect(server.untaken).toBe(0);
  });

  test("is interrupted as soon as it begins on a server that cannot withdraw it", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.optimizeCode("let a = 1;");
    const arrival = await server.next("response.create");
    await turn.interrupt();
    await server.next("response.interrupt");
    const answer = arrival.begin();
    expect((await server.next("response.interrupt")).frame).toMatchObject({ response_id: answer.id });
  });

  test.each<[string, (answer: Answer) => void]>([
    ["fails", (answer) => answer.fail("it died")],
    ["ends for a steer", (answer) => answer.incomplete("steered")],
  ])("resolves as interrupted, even if its response %s meanwhile", async (_, ends) => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.optimizeCode("let a = 1;");
    const answer = (await server.next("response.create")).begin().text("let");
    await until(turn, "text");
    const acknowledged = turn.interrupt();
    await server.next("response.interrupt");
    ends(answer);
    expect(await turn).toMatchObject({ status: "interrupted" });
    // By what came, and not for want of anything.
    expect((await acknowledged).milliseconds).toBeLessThan(2_000);
  });
});

describe("an edit fails", () => {
  test("with the server's refusal", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.optimizeCode("let a;", { model: "none" });
    (await server.next("response.create")).refuse(
      new ApiError(404, "model_not_found", "there is m", "model"),
    );
    await expect(turn).rejects.toMatchObject({
      code: "request_failed",
      status: 404,
      param: "model",
      serverCode: "model_not_found",
      message: "there is m",
    });
    await expect(eventsOf(turn)).rejects.toMatchObject({ code: "request_failed" });
  });

  test("with the response's error, and the session can run the next one", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.optimizeCode("let a;");
    (await server.next("response.create"))
      .begin()
      .text("let")
      .fail("the engine's process ended unexpectedly");
    await expect(turn).rejects.toMatchObject({ code: "response_failed", serverCode: "server_error" });
    const next = session.optimizeCode("let a;");
    (await server.next("response.create")).begin().text("let b;").complete();
    expect(await next).toMatchObject({ code: "let b;" });
  });

  test("when the answer contains no code", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.optimizeCode("let a;");
    (await server.next("response.create")).begin().complete();
    await expect(turn).rejects.toMatchObject({
      code: "response_failed",
      message: expect.stringContaining("no code"),
    });
  });

  test("when its signal aborts, before or during the run, and the server is told to stop", async () => {
    const server = await listen();
    const session = await connect(server);
    await expect(session.optimizeCode("a", { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "aborted",
    });
    const abort = new AbortController();
    const turn = session.optimizeCode("let a;", { signal: abort.signal });
    const answer = (await server.next("response.create")).begin().text("let");
    await until(turn, "text");
    abort.abort();
    await expect(turn).rejects.toMatchObject({ code: "aborted" });
    expect((await server.next("response.interrupt")).frame).toMatchObject({ response_id: answer.id });
  });

  test("with the reason of a signal that many turns share through one listener", async () => {
    const server = await listen();
    const session = await connect(server);
    const abort = new AbortController();
    const turns = Array.from({ length: 12 }, () => session.optimizeCode("let a;", { signal: abort.signal }));
    await server.next("response.create");
    expect(getEventListeners(abort.signal, "abort")).toHaveLength(1);
    const reason = new Error("the file changed");
    abort.abort(reason);
    for (const turn of turns) await expect(turn).rejects.toMatchObject({ code: "aborted", cause: reason });
  });

  test.each([
    ["firstEventTimeout", "no event arrived within 20 ms"],
    ["idleTimeout", "no event arrived for 20 ms"],
  ])("when the server is silent for longer than limits.%s", async (limit, message) => {
    const server = await listen();
    const session = await connect(server, { limits: { [limit]: 20 } });
    const turn = session.optimizeCode("let a;");
    const arrival = await server.next("response.create");
    if (limit === "idleTimeout") arrival.begin();
    await expect(turn).rejects.toMatchObject({ code: "timeout", message: expect.stringContaining(message) });
  });

  test("when the answer is longer than allowed", async () => {
    const server = await listen();
    const session = await connect(server, { limits: { answerLength: 500 } });
    const turn = session.optimizeCode("let a;");
    const answer = (await server.next("response.create")).begin();
    for (let n = 0; n < 6; n++) answer.event(events.outputTextDelta("i", 0, 0, "x".repeat(100)));
    await expect(turn).rejects.toMatchObject({
      code: "limit_exceeded",
      message: expect.stringContaining("limits.answerLength"),
    });
  });

  test("when its unread events exceed limits.turnEvents", async () => {
    const server = await listen();
    const session = await connect(server, { limits: { turnEvents: 2 } });
    const code = Array.from({ length: 9 }, (_, n) => `let someValue${n} = ${n};`).join("\n");
    const turn = session.edit({ code, instruction: "x" });
    const answer = (await server.next("response.create")).begin();
    answer.text(code.replaceAll(/let (someValue[1357])/g, "var $1"));
    await expect(turn).rejects.toMatchObject({ code: "limit_exceeded" });
  });

  test.each([
    [{ code: "a", instruction: "  " }, "empty_instruction"],
    [{ code: "a", path: "b", instruction: "x" }, "invalid_argument"],
    [{ instruction: "x" }, "invalid_argument"],
    [{ code: 1, instruction: "x" }, "invalid_argument"],
    [{ code: "a", instruction: "x", selection: { start: 2, end: 3 } }, "invalid_argument"],
    [{ code: "a", instruction: "x", selection: "1:1" }, "invalid_argument"],
    [{ code: "a", instruction: "x", language: 1 }, "invalid_argument"],
    [{ path: new URL("file:///a.js"), instruction: "x" }, "invalid_argument"],
    [{ path: "/nowhere/at/all.js", instruction: "x" }, "file_unreadable"],
  ])("for %j with %s, before anything is sent", async (options, code) => {
    const server = await listen();
    const session = await connect(server);
    await expect(session.edit(options as never)).rejects.toMatchObject({ code });
    expect(server.untaken).toBe(0);
  });
});
