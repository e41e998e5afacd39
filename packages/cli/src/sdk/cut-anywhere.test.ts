import { createScriptEngine, type Engine, type Scenario, type Thread } from "@flint/engine";
import { startServer } from "@flint/server";
import { expect, onTestFinished, test } from "vitest";
import { initializeSession, type Session } from "../index.ts";
import { CuttingProxy } from "./cutting-proxy.fixture.ts";

const scenario: Scenario = {
  tokens_per_second: 2_000,
  burst: 1,
  turns: [
    { steps: [{ text: "one two three four five six" }] },
    { when: { contains: "slowly" }, steps: [{ repeat: 100_000, text: "word " }] },
    { when: { contains: "instead" }, steps: [{ text: "as you wish" }] },
  ],
};
/** Bytes from one cut to the next: every event is cut before, within and after. */
const STEP = 83;

/** A scripted engine that counts what it was asked. */
function countingEngine() {
  const script = createScriptEngine({ scenario });
  const count = { generations: 0 };
  const watch = (thread: Thread): Thread => ({
    model: thread.model,
    prefill: (prompt, options) => thread.prefill(prompt, options),
    fork: async () => watch(await thread.fork()),
    generate(request) {
      count.generations++;
      return thread.generate(request);
    },
    release: () => thread.release(),
  });
  const engine: Engine = {
    id: "counting",
    models: () => script.models(),
    openThread: async (options) => watch(await script.openThread(options)),
    countTokens: (model, prompt) => script.countTokens(model, prompt),
    close: () => script.close(),
  };
  return { engine, count };
}

/** Runs a turn on connections that are cut once, a bit later each time, until it is over before the cut comes. */
async function atEveryCut(
  webSocket: boolean,
  turnOf: (session: Session) => Promise<void>,
  generations: (count: number) => void,
): Promise<number> {
  const { engine, count } = countingEngine();
  const server = await startServer({ engine, webSocket, limits: { drain: 0 } });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
  });
  for (let cuts = 0; ; cuts++) {
    const proxy = await CuttingProxy.listen(server.port);
    // Where there is no WebSocket, the first connection is the one that learns of it.
    proxy.cutAfter(webSocket ? [cuts * STEP] : [Number.MAX_SAFE_INTEGER, cuts * STEP]);
    count.generations = 0;
    const session = await initializeSession({ url: proxy.url, warmUp: false, limits: { backoff: [1, 5] } });
    await turnOf(session);
    await session.close();
    await proxy.close();
    generations(count.generations);
    if (proxy.cuts === 0) return cuts;
  }
}

test.each([
  ["a WebSocket", true],
  ["HTTP", false],
])("a request over %s runs once and is answered in full, wherever its connection is cut", async (_, ws) => {
  const cuts = await atEveryCut(
    ws,
    async (session) => {
      const { text, status } = await session.respond({ input: "go" });
      expect({ text, status }).toEqual({ text: "one two three four five six", status: "completed" });
    },
    (count) => expect(count).toBe(1),
  );
  expect(cuts).toBeGreaterThan(40);
});

test("a steer is answered, and applied at most once, wherever its connection is cut", async () => {
  const cuts = await atEveryCut(
    true,
    async (session) => {
      const turn = session.respond({ input: "slowly" });
      const steered = turn.steer("be brief instead");
      const { text, status } = await turn;
      await steered;
      expect({ text, status }).toEqual({ text: "as you wish", status: "completed" });
    },
    // Where the steer comes before the first step of the answer, that is never begun.
    (count) => expect([1, 2]).toContain(count),
  );
  expect(cuts).toBeGreaterThan(40);
});
