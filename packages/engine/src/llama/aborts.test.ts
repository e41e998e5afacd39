import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, read } from "../conformance/answer.ts";
import type { Engine } from "../contract/index.ts";
import { chat, ModelFolder, user } from "./chat-model.fixture.ts";
import { createLlamaEngine, type LlamaEngineOptions, type LlamaModelSource } from "./index.ts";

const TOKENS = 24;

let folder: ModelFolder;
let models: LlamaModelSource[] = [];
let engine: Engine;
beforeAll(async () => {
  folder = await ModelFolder.make();
  models = [await folder.write("chat")];
  engine = start({ sequences: 3 });
});
afterAll(async () => {
  await engine.close();
  await folder.remove();
});

/** Without flash attention, a token is the same however its prompt was split. */
function start(options: Partial<LlamaEngineOptions> = {}): Engine {
  return createLlamaEngine({ models, burstInterval: 0, flashAttention: false, ...options });
}

const question = (text: string) => chat(user(`Tell me about ${text}.`));

test("a thread answers correctly after an abort at any moment", { timeout: 120_000 }, async () => {
  const cut = start({ sequences: 2, prefillChunk: 16, maxDraft: 4 });
  const long = question(`${"a very long story about nothing ".repeat(12)}`);
  const answers = {
    long: await ask(engine, "chat", long, { maxTokens: TOKENS }),
    short: await ask(engine, "chat", question("one"), { maxTokens: TOKENS }),
  };
  try {
    const thread = await cut.openThread({ model: "chat" });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("at once", "soon", "prefill", "generate", "fork", "reader"),
        fc.integer({ min: 1, max: 24 }),
        async (moment, number) => {
          const stop = new AbortController();
          const stopped = { signal: stop.signal };
          if (moment === "at once") stop.abort();
          if (moment === "soon") setImmediate(() => stop.abort());
          let seen = 0;
          const onProgress = () => {
            if (moment === "prefill" && ++seen === number) stop.abort();
          };
          const result = await thread
            .prefill(long, { ...stopped, onProgress })
            .catch((error: unknown) => error);
          const isAborted = result instanceof Error;
          if (isAborted) expect(result).toMatchObject({ code: "aborted" });
          if (!isAborted && moment === "fork") {
            const forking = thread.fork();
            const reading = read(thread, { ...stopped, maxTokens: TOKENS });
            stop.abort();
            const fork = await forking;
            // So few tokens may be there before the abort is.
            expect(["aborted", "length"]).toContain((await reading).finish.reason);
            expect((await read(fork, { maxTokens: TOKENS })).text).toBe(answers.long.text);
            fork.release();
          } else if (!isAborted && moment === "reader") {
            for await (const _ of thread.generate({ maxTokens: TOKENS })) break;
          } else if (!isAborted) {
            const { text } = await read(thread, { ...stopped, maxTokens: TOKENS }, (_, ordinal) => {
              if (moment === "generate" && ordinal === number) stop.abort();
            });
            expect(answers.long.text.startsWith(text)).toBe(true);
          }
          const [name, prompt] =
            number % 2 ? (["long", long] as const) : (["short", question("one")] as const);
          await thread.prefill(prompt);
          const { text, finish } = await read(thread, { maxTokens: TOKENS });
          expect({ text, finish }).toEqual({ text: answers[name].text, finish: answers[name].finish });
        },
      ),
      { numRuns: 60 },
    );
    thread.release();
  } finally {
    await cut.close();
  }
});

test("aborting an answer that has ended but is still being read does not stop the next one", async () => {
  const thread = await engine.openThread({ model: "chat" });
  await thread.prefill(question("one"));
  const stop = new AbortController();
  const slow = thread.generate({ signal: stop.signal, maxTokens: 2 })[Symbol.asyncIterator]();
  await slow.next();
  const next = await read(thread, { maxTokens: TOKENS }, () => stop.abort());
  expect(next.finish).toMatchObject({ reason: "length", outputTokens: TOKENS });
  await slow.return?.();
  thread.release();
});

test("aborting a prefill while another model loads ends only that call, and the thread then answers", async () => {
  const fresh = start({ models: [...models, await folder.write("second")] });
  try {
    const thread = await fresh.openThread({ model: "chat" });
    const stop = new AbortController();
    const prefills: Promise<unknown>[] = [];
    const onLoading = () => {
      if (stop.signal.aborted) return;
      const prefill = thread.prefill(question("one"), { signal: stop.signal });
      stop.abort();
      prefills.push(expect(prefill).rejects.toMatchObject({ code: "aborted" }));
    };
    const opening = ["second", "second", "chat"].map((model) => fresh.openThread({ model, onLoading }));
    const opened = await Promise.all(opening);
    expect(prefills).toHaveLength(1);
    await Promise.all(prefills);
    const whole = await ask(engine, "chat", question("one"), { maxTokens: TOKENS });
    for (const one of [...opened, thread]) {
      await one.prefill(question("one"));
      // The models differ by their names alone.
      expect((await read(one, { maxTokens: TOKENS })).text).toBe(whole.text);
    }
  } finally {
    await fresh.close();
  }
});
