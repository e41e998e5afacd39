import type { ServerResponse } from "node:http";
import { expect, test, vi } from "vitest";
import { ask, asks, useEngine } from "./asking.fixture.ts";
import type { UpstreamOptions } from "./index.ts";
import { type Behaviour, useTestServer } from "./server.fixture.ts";

const COMPLETIONS = "/v1/chat/completions";
/** However busy the machine is. */
const PATIENT = { connect: 10_000, firstByte: 10_000, silence: 10_000, question: 10_000, health: 20 };

async function before(behaviour: Behaviour | null, options: Partial<UpstreamOptions> = {}) {
  const server = await useTestServer();
  const answers: Behaviour = async (asked, response, nth) =>
    asked.path === COMPLETIONS && behaviour !== null && (await behaviour(asked, response, nth));
  server.behave(answers);
  const engine = useEngine({
    targets: [{ preset: "vllm", url: server.url }],
    ...options,
    timeouts: { ...PATIENT, ...options.timeouts },
  });
  return { server, engine };
}

function refuse(response: ServerResponse, status: number, error: unknown, headers = {}): true {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ error }));
  return true;
}

/** Writes these pieces of a stream and ends it, or leaves it open. */
function stream(response: ServerResponse, pieces: readonly string[], ending: "end" | "open" | "break"): true {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const piece of pieces) response.write(piece);
  if (ending === "end") response.end();
  if (ending === "break") setImmediate(() => response.destroy());
  return true;
}

const chunk = (content: string, more = {}) =>
  `data: ${JSON.stringify({ model: "story", choices: [{ index: 0, delta: { content }, finish_reason: null }], ...more })}\n\n`;
const STOP = `data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] })}\n\n`;

// ── before anything has come ────────────────────────────────────────────────────────────────────────────────────

test("a failed connection names the server's address", async () => {
  const { server, engine } = await before(null);
  await engine.models();
  await server.stop();
  const { finish } = await ask(engine);
  expect(finish).toMatchObject({ reason: "error", error: { name: "EngineError", code: "upstream_failed" } });
  expect(finish.error?.message).toMatch(/127\.0\.0\.1:\d+: cannot connect .*check that it runs/);
});

test("a server that hangs times out, and its connection is closed", async () => {
  const hangs: Behaviour = (_, response) => {
    response.on("close", () => closed());
    return true;
  };
  const { server, engine } = await before(hangs, { timeouts: { firstByte: 200 } });
  let closed: () => void = () => undefined;
  const wasClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const { finish } = await ask(engine);
  expect(finish.error).toMatchObject({
    code: "upstream_failed",
    message: expect.stringContaining("firstByte"),
  });
  await wasClosed;
  expect(server.asked).toHaveLength(1);
});

test.each([
  ["401", 401, { message: "bad key" }, "upstream_failed", /did not accept the key.*VLLM_API_KEY/],
  ["an unknown path", 404, { message: "Not Found" }, "upstream_failed", /check its base URL/],
  [
    "a model that is gone",
    404,
    { message: "The model `story` does not exist." },
    "model_not_found",
    /no model story/,
  ],
  [
    "a prompt that is too long",
    400,
    { message: "x", code: "context_length_exceeded" },
    "context_length_exceeded",
    /send less/,
  ],
  [
    "a prompt that the server refuses",
    400,
    { message: "roles must alternate" },
    "prompt_unsupported",
    /roles must alternate/,
  ],
])("%s fails the answer at once, with its own code", async (_, status, error, code, message) => {
  const { server, engine } = await before((__, response) => refuse(response, status, error));
  const { finish } = await ask(engine);
  expect(finish).toMatchObject({ reason: "error", error: { code, message: expect.stringMatching(message) } });
  expect(server.asked).toHaveLength(1);
});

test("a 429 with a wait is retried after it", async () => {
  const { server, engine } = await before((_, response, nth) =>
    nth === 1 ? refuse(response, 429, { message: "slow down" }, { "retry-after-ms": "30" }) : false,
  );
  const { finish } = await ask(engine);
  expect(finish.reason).toBe("stop");
  expect(server.asked).toHaveLength(2);
});

test("a 429 without a wait is retried a few times and then reported", async () => {
  const { server, engine } = await before((_, response) => refuse(response, 429, { message: "slow down" }));
  const { finish } = await ask(engine);
  expect(finish.error).toMatchObject({
    code: "rate_limited",
    message: expect.stringContaining("try again later"),
  });
  expect(server.asked).toHaveLength(3);
});

test("a 429 with too long a wait is reported at once", async () => {
  const { server, engine } = await before((_, response) =>
    refuse(response, 429, { message: "slow down" }, { "retry-after": "3600" }),
  );
  const { finish } = await ask(engine);
  expect(finish.error).toMatchObject({ code: "rate_limited", message: expect.stringContaining("in 3600s") });
  expect(server.asked).toHaveLength(1);
});

test("a field that the server refuses is left out from then on", async () => {
  const { server, engine } = await before((asked, response) =>
    "temperature" in asked.body
      ? refuse(response, 400, { message: "Unsupported parameter", param: "temperature" })
      : false,
  );
  expect((await ask(engine)).finish.reason).toBe("stop");
  expect((await ask(engine)).finish.reason).toBe("stop");
  expect(server.asked.map(({ body }) => "temperature" in body)).toEqual([true, false, false]);
});

test("a stop text that the server refuses is applied by the engine", async () => {
  const { engine } = await before((asked, response) =>
    "stop" in asked.body
      ? refuse(response, 400, { message: "`stop` is not supported with this model" })
      : false,
  );
  const whole = await ask(engine);
  const { text, finish } = await ask(engine, asks("Tell me."), { stop: ["waves"] });
  expect(text).toBe(whole.text.slice(0, whole.text.indexOf("waves")));
  expect(finish.reason).toBe("stop");
});

test("text that might begin a stop text, but does not, stays in its own part", async () => {
  const call = { index: 0, id: "call_1", function: { name: "look", arguments: '{"a":1}' } };
  const calls = `data: ${JSON.stringify({ choices: [{ index: 0, delta: { tool_calls: [call] } }] })}\n\n`;
  const { engine } = await before((asked, response) =>
    "stop" in asked.body
      ? refuse(response, 400, { message: "`stop` is not supported with this model" })
      : stream(response, [chunk("Let me look. O"), calls, STOP, "data: [DONE]\n\n"], "end"),
  );
  const { bursts, finish } = await ask(engine, asks("Look."), { stop: ["Observation:"] });
  const said = (type: string) =>
    bursts
      .filter(({ part }) => part.type === type)
      .map(({ text }) => text)
      .join("");
  expect([said("text"), said("function_call")]).toEqual(["Let me look. O", '{"a":1}']);
  expect(bursts.map(({ index }) => index)).toEqual(bursts.map(({ index }) => index).toSorted());
  expect(finish.reason).toBe("stop");
});

// ── while the answer comes ──────────────────────────────────────────────────────────────────────────────────────

test.each([
  ["falls silent", [chunk("Once")], "open", "upstream_failed", /stopped sending.*timeouts\.silence/],
  ["breaks off", [chunk("Once")], "break", "upstream_failed", /was cut off/],
  ["ends its stream too early", [chunk("Once")], "end", "upstream_failed", /before it was complete/],
  [
    "sends half a JSON",
    [chunk("Once"), 'data: {"choices":[{"del\n\n'],
    "end",
    "upstream_failed",
    /broken JSON/,
  ],
  [
    "sends a page",
    [chunk("Once"), "<html>Bad Gateway</html>\n\n"],
    "end",
    "upstream_failed",
    /before it was complete/,
  ],
  [
    "sends an error",
    [chunk("Once"), 'data: {"error":{"message":"CUDA error","code":500}}\n\n'],
    "end",
    "upstream_failed",
    /failed \(500\): CUDA error/,
  ],
  [
    "answers as another model",
    [chunk("Once", { model: "other" })],
    "end",
    "model_not_found",
    /answered with other instead of story/,
  ],
] as const)(
  "a server that %s in mid-answer fails only that answer",
  async (_, pieces, ending, code, message) => {
    const { server, engine } = await before(
      (asked, response) =>
        JSON.stringify(asked.body).includes("break") ? stream(response, pieces, ending) : false,
      { timeouts: { silence: 1_000 } },
    );
    const [broken, other] = await Promise.all([ask(engine, asks("Please break.")), ask(engine)]);
    expect(broken.finish).toMatchObject({
      reason: "error",
      error: { code, message: expect.stringMatching(message) },
    });
    expect(other.finish.reason).toBe("stop");
    // What has begun is never asked for again.
    expect(server.asked).toHaveLength(code === "model_not_found" || broken.text !== "" ? 2 : 4);
  },
);

test("a message beyond the length limit fails the answer", async () => {
  const { engine } = await before((_, response) => stream(response, [`data: ${"x".repeat(5000)}`], "open"), {
    limits: { messageLength: 1000 },
  });
  expect((await ask(engine)).finish.error).toMatchObject({
    code: "upstream_failed",
    message: expect.stringContaining("longer than 1000 characters"),
  });
});

test.each([{ prompt_tokens: -5, completion_tokens: "many" }, { prompt_tokens: 1e300 }, "none", []])(
  "impossible usage, %j, is ignored",
  async (usage) => {
    const { engine } = await before((_, response) =>
      stream(
        response,
        [chunk("Once"), chunk(" more"), STOP, `data: ${JSON.stringify({ choices: [], usage })}\n\n`],
        "end",
      ),
    );
    const { finish } = await ask(engine);
    expect(finish).toEqual({
      ...{ type: "finish", reason: "stop", outputTokens: 2, reasoningTokens: 0 },
      route: { transport: "http", input: "whole" },
    });
  },
);

test("an abort closes the connection at once", async () => {
  const { server, engine } = await before((_, response) => stream(response, [chunk("Once")], "open"), {
    timeouts: {},
  });
  const thread = await engine.openThread({ model: "story" });
  await thread.prefill(asks("Tell me."));
  const abort = new AbortController();
  const events: string[] = [];
  const closed = new Promise<void>((resolve) => {
    server.behave((_, response) => {
      response.on("close", resolve);
      return stream(response, [chunk("Once")], "open");
    });
  });
  for await (const event of thread.generate({ signal: abort.signal })) {
    events.push(event.type === "burst" ? event.text : event.reason);
    abort.abort();
  }
  await closed;
  expect(events).toEqual(["Once", "aborted"]);
});

test("an abort does not wait for a server that counts the prompt", async () => {
  const server = await useTestServer();
  const abort = new AbortController();
  server.behave(({ path }) => {
    if (path !== "/tokenize") return false;
    abort.abort();
    return true;
  });
  const engine = useEngine({
    targets: [{ preset: "vllm", url: server.url }],
    timeouts: { question: 60_000 },
  });
  const thread = await engine.openThread({ model: "story" });
  const prompt = asks("word ".repeat(250));
  await expect(thread.prefill(prompt, { signal: abort.signal })).rejects.toMatchObject({ code: "aborted" });
});

test("an abort does not wait for the health check of a server that is down", async () => {
  const server = await useTestServer();
  const engine = useEngine({
    targets: [{ preset: "vllm", url: server.url }],
    timeouts: { question: 60_000, health: 60_000 },
    limits: { failures: 1, retries: 0 },
  });
  const thread = await engine.openThread({ model: "story" });
  const abort = new AbortController();
  let isDown = false;
  server.behave((_, response) => {
    if (isDown) abort.abort();
    else response.writeHead(503).end();
    isDown = true;
    return true;
  });
  expect((await ask(engine, asks("Tell me."))).finish.reason).toBe("error");
  const { signal } = abort;
  await expect(thread.prefill(asks("Tell me."), { signal })).rejects.toMatchObject({ code: "aborted" });
});

test("an abort before the first token closes the connection too", async () => {
  const abort = new AbortController();
  let wasClosed: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    wasClosed = resolve;
  });
  const { engine } = await before((_, response) => {
    response.on("close", wasClosed);
    abort.abort();
    return true;
  });
  expect((await ask(engine, asks("Tell me."), { signal: abort.signal })).finish.reason).toBe("aborted");
  await closed;
});

test("a slow reader makes the server wait instead of filling memory", async () => {
  let written = 0;
  const { engine } = await before(
    async (_, response) => {
      response.setMaxListeners(0).writeHead(200, { "content-type": "text/event-stream" });
      const piece = chunk("x".repeat(10_000));
      for (let nth = 0; nth < 4_000 && !response.destroyed; nth++) {
        written += piece.length;
        if (!response.write(piece))
          await new Promise((resolve) => response.once("drain", resolve).once("close", resolve));
      }
      return true;
    },
    { limits: { unreadBytes: 100_000 }, timeouts: { silence: 60_000 } },
  );
  const thread = await engine.openThread({ model: "story" });
  await thread.prefill(asks("Tell me."));
  for await (const event of thread.generate({})) {
    if (event.type === "finish") break;
    const before = await settled(() => written);
    expect(before).toBeLessThan(30_000_000);
    break;
  }
  thread.release();
});

/** The figure once it no longer changes. */
async function settled(figure: () => number): Promise<number> {
  let before = -1;
  await vi.waitFor(
    () => {
      const now = figure();
      const isSettled = now === before;
      before = now;
      expect(isSettled).toBe(true);
    },
    { interval: 100, timeout: 10_000 },
  );
  return before;
}

test("the trace of an answer is passed on to the server", async () => {
  const { server, engine } = await before(null);
  const trace = {
    traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    tracestate: "a=b",
  };
  await ask(engine, asks("Tell me."), { trace });
  await ask(engine);
  expect(server.asked[0]?.headers).toMatchObject(trace);
  expect(server.asked[1]?.headers).not.toHaveProperty("traceparent");
});

test("answers reuse open connections", async () => {
  const { server, engine } = await before(null);
  for (let nth = 0; nth < 5; nth++) await ask(engine);
  // An answer's last bytes may still be on their way when the next one is asked for.
  expect(server.connections).toBeLessThanOrEqual(2);
});
