import { expect, test, vi } from "vitest";
import { ask, asks, hear, useEngine } from "../asking.fixture.ts";
import { type TestServer, useTestServer } from "../server.fixture.ts";

const TIMEOUTS = { health: 10, question: 10_000, connect: 10_000 };

async function three(weights: readonly number[] = [1, 1, 1]) {
  const servers = await Promise.all(weights.map(() => useTestServer()));
  const warnings: string[] = [];
  const engine = useEngine({
    targets: servers.map(({ url }, place) => ({ preset: "vllm", url, weight: weights[place] ?? 1 })),
    timeouts: TIMEOUTS,
    onWarning: (text) => warnings.push(text),
  });
  return { servers, engine, warnings };
}

const counts = (servers: readonly TestServer[]) => servers.map(({ asked }) => asked.length);

test("conversations are shared by weight, and each stays on its server", async () => {
  const { servers, engine } = await three([1, 0.000_001, 3]);
  for (let nth = 0; nth < 40; nth++) {
    const thread = await engine.openThread({ model: "story" });
    const before = counts(servers);
    const prompt = asks(`Tell me about ${nth}.`);
    await hear(thread, prompt, { maxTokens: 1 });
    // The same conversation, as it comes from a client that keeps it itself.
    await hear(thread, { ...prompt, tip: { parent: null, items: [...prompt.tip.items] } }, { maxTokens: 1 });
    expect(
      counts(servers)
        .map((count, place) => count - (before[place] ?? 0))
        .filter(Boolean),
    ).toEqual([2]);
    thread.release();
  }
  const [light = 0, none = 0, heavy = 0] = counts(servers);
  expect(none).toBe(0);
  expect(light).toBeGreaterThan(0);
  expect(heavy).toBeGreaterThan(light);
});

test("a server that fails before its first token is replaced by another, and left alone until it is back", async () => {
  const { servers, engine, warnings } = await three();
  await engine.models();
  const [broken] = servers;
  broken?.behave((_, response) => {
    response.writeHead(503).end("overloaded");
    return true;
  });
  for (let nth = 0; nth < 30; nth++) {
    const { finish } = await ask(engine, asks(`Tell me about ${nth}.`), { maxTokens: 1 });
    expect(finish.reason).toBe("length");
  }
  expect(broken?.asked.length).toBeLessThanOrEqual(4);
  expect(warnings).toEqual([expect.stringMatching(/is down: .*failed \(503\): …; try again/)]);

  broken?.behave(null);
  const before = broken?.asked.length ?? 0;
  for (let nth = 0; warnings.length === 1; nth++)
    await ask(engine, asks(`And about ${nth}.`), { maxTokens: 1 });
  expect(warnings.at(-1)).toMatch(/is back$/);
  expect(broken?.asked.length).toBeGreaterThan(before);
});

test("only one request tries a server that may be back, while the others go elsewhere", async () => {
  const { servers, engine, warnings } = await three([1, 1]);
  const [broken] = servers;
  await engine.models();
  broken?.behave((_, response) => {
    response.writeHead(503).end("overloaded");
    return true;
  });
  for (let nth = 0; warnings.length === 0; nth++) await ask(engine, asks(`Tell me about ${nth}.`));
  const before = counts(servers);
  // It can be looked at, and answers nothing.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  broken?.behave(async ({ path }) => {
    if (path === "/v1/chat/completions") await held;
    return false;
  });
  const since = () => counts(servers).map((count, place) => count - (before[place] ?? 0));
  const answers: ReturnType<typeof ask>[] = [];
  const askMore = () => answers.push(ask(engine, asks(`And about ${answers.length}.`)));
  const untilTried = () => {
    askMore();
    expect(since()[0]).toBe(1);
  };
  await vi.waitFor(untilTried, { timeout: 10_000, interval: 10 });
  for (let nth = 0; nth < 20; nth++) askMore();
  await vi.waitFor(() => expect(since()).toEqual([1, answers.length - 1]), { timeout: 10_000 });
  letGo();
  const reasons = (await Promise.all(answers)).map(({ finish }) => finish.reason);
  expect(reasons).toEqual(Array(answers.length).fill("stop"));
});

test("an answer fails at once if all servers are down, and succeeds as soon as one is back", async () => {
  const server = await useTestServer();
  const engine = useEngine({ targets: [{ preset: "vllm", url: server.url }], timeouts: TIMEOUTS });
  await ask(engine);
  await server.stop();
  // Each of them is tried three times.
  expect((await ask(engine)).finish.error?.message).toContain("cannot connect");
  expect((await failing(engine)).message).toContain("it has failed several times");
  await server.start();
  expect((await ask(engine)).finish.reason).toBe("stop");
});

async function failing(engine: Parameters<typeof ask>[0]): Promise<Error> {
  try {
    const { finish } = await ask(engine);
    return finish.error ?? new Error("it did not fail");
  } catch (cause) {
    return cause as Error;
  }
}

test("each server is asked only for its own models, and an unknown model is refused by name", async () => {
  const [a, b] = [await useTestServer({ model: "small" }), await useTestServer({ model: "large" })];
  const engine = useEngine({
    targets: [
      { preset: "vllm", url: a.url },
      { preset: "sglang", url: b.url },
    ],
  });
  expect((await engine.models()).map(({ id }) => id)).toEqual(["small", "large"]);
  await ask(engine, asks("Hi."), { maxTokens: 1 }, "large");
  await ask(engine, asks("Hi."), { maxTokens: 1 }, "small");
  expect(counts([a, b])).toEqual([1, 1]);
  await expect(engine.openThread({ model: "none" })).rejects.toMatchObject({
    code: "model_not_found",
    message: "there is no model none; the models are small, large",
  });
});

test("a router may answer under any model name, and takes a model name with a suffix", async () => {
  const server = await useTestServer({ model: "maker/one" });
  const other = await useTestServer({ model: "maker/two" });
  const engine = useEngine({
    targets: [
      { preset: "vllm", url: other.url },
      { preset: "openrouter", url: server.url },
    ],
  });
  server.behave(({ path }, response) => {
    if (path !== "/v1/chat/completions") return false;
    const chunk = (delta: object, finish_reason: string | null) =>
      `data: ${JSON.stringify({ model: "else/where", choices: [{ delta, finish_reason }] })}\n\n`;
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(`${chunk({ content: "Hi." }, null)}${chunk({}, "stop")}data: [DONE]\n\n`);
    return true;
  });
  for (const model of ["maker/one", "maker/one:nitro"]) {
    expect(await ask(engine, asks("Hi."), {}, model)).toMatchObject({
      text: "Hi.",
      finish: { reason: "stop" },
    });
    expect(server.asked.at(-1)?.body.model).toBe(model);
  }
  await expect(engine.openThread({ model: "maker/two:nitro" })).rejects.toMatchObject({
    code: "model_not_found",
  });
});

test("a server that was down at the start is used once it is up", async () => {
  const [early, late] = [await useTestServer(), await useTestServer()];
  await late.stop();
  const engine = useEngine({
    targets: [
      { preset: "vllm", url: early.url },
      { preset: "vllm", url: late.url },
    ],
    timeouts: TIMEOUTS,
  });
  expect((await ask(engine, asks("Hi."), { maxTokens: 1 })).finish.reason).toBe("length");
  await late.start();
  await vi.waitFor(
    async () => {
      await ask(engine, asks(`Tell me about ${Math.random()}.`), { maxTokens: 1 });
      expect(late.asked.length).toBeGreaterThan(0);
    },
    { timeout: 10_000, interval: 1 },
  );
});

test.each([
  ["refuses the key", 401, { message: "bad key" }, 1],
  ["forbids the request", 403, { message: "not from here" }, 8],
  ["has no such path", 404, { message: "Not Found" }, 8],
  ["no longer has the model", 404, { message: "The model `story` does not exist." }, 1],
  ["reports a used-up account", 429, { message: "pay", code: "insufficient_quota" }, 1],
])(
  "a server that %s is replaced by another, and every request is answered once",
  async (_, status, error, most) => {
    const { servers, engine } = await three([1000, 1]);
    await engine.models();
    const [refusing] = servers;
    refusing?.behave(({ path }, response) => {
      if (path !== "/v1/chat/completions") return false;
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error }));
      return true;
    });
    for (let nth = 0; nth < 8; nth++) {
      const { finish } = await ask(engine, asks(`Tell me about ${nth}.`), { maxTokens: 1 });
      expect(finish.reason).toBe("length");
    }
    const [refused = 0, answered] = counts(servers);
    expect(answered).toBe(8);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThanOrEqual(most);
  },
);

test("a server that hangs is replaced by another, and not asked again", async () => {
  const servers = await Promise.all([useTestServer(), useTestServer()]);
  const engine = useEngine({
    targets: servers.map(({ url }) => ({ preset: "vllm", url })),
    timeouts: { ...TIMEOUTS, firstByte: 100 },
  });
  await engine.models();
  servers[0]?.behave(({ path }) => path === "/v1/chat/completions");
  let nth = 0;
  while (servers[0]?.asked.length === 0)
    expect((await ask(engine, asks(`Tell me about ${nth++}.`), { maxTokens: 1 })).finish.reason).toBe(
      "length",
    );
  expect(servers[0]?.asked.length).toBe(1);
});

test("the model list is read again when the only server of a model has lost it", async () => {
  const { servers, engine } = await three([1]);
  await ask(engine, asks("Hi."), { maxTokens: 1 });
  servers[0]?.behave(({ path }, response) => {
    const isList = path === "/v1/models";
    const body = isList ? { data: [{ id: "other" }] } : { error: { message: "model `story` not found" } };
    response.writeHead(isList ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(body));
    return true;
  });
  expect((await ask(engine)).finish.error?.code).toBe("model_not_found");
  await expect(engine.openThread({ model: "story" })).rejects.toMatchObject({
    message: "there is no model story; the models are other",
  });
});
