import { expect, test } from "vitest";
import type { Engine } from "../contract/index.ts";
import { ask, read } from "./answer.ts";
import type { EngineUnderTest } from "./engine-under-test.ts";
import type { ConformanceOptions } from "./options.ts";

/** Failures have their codes, and break nothing else. */
export function failureTests(options: ConformanceOptions, { engine, open }: EngineUnderTest): void {
  const { create, kill, model, prompt } = options;

  // Many clients only recognize these words, and then compact the conversation.
  test("a prompt longer than the context is rejected with its token count, and the thread stays usable", async () => {
    const thread = await open();
    const tooLong = prompt("word ".repeat(thread.model.contextLength));
    await expect(thread.prefill(tooLong)).rejects.toMatchObject({
      name: "EngineError",
      code: "context_length_exceeded",
      message: expect.stringMatching(
        /maximum context length is \d+ tokens.* the prompt used (at least )?\d+ tokens/,
      ),
    });
    await thread.prefill(prompt("alpha"));
    expect((await read(thread)).finish.reason).toBe("stop");
  });

  test("a thread can be released twice without affecting other threads", async () => {
    const [thread, other] = [await open(), await open()];
    await other.prefill(prompt("alpha"));
    thread.release();
    thread.release();
    expect((await read(other)).finish.reason).toBe("stop");
  });

  test("closing the engine ends a running answer with `engine_closed`, and closing twice is safe", async () => {
    await withEngine(create, async (closing) => {
      const thread = await closing.openThread({ model });
      await thread.prefill(prompt("alpha"));
      const closed: Promise<void>[] = [];
      const { finish } = await read(thread, {}, (_, ordinal) => {
        if (ordinal === 1) closed.push(closing.close(), closing.close());
      });
      await Promise.all(closed);

      expect(finish).toMatchObject({
        reason: "error",
        error: { name: "EngineError", code: "engine_closed" },
      });
      await expect(closing.openThread({ model })).rejects.toMatchObject({ code: "engine_closed" });
      await expect(thread.prefill(prompt("alpha"))).rejects.toMatchObject({ code: "engine_closed" });
    });
  });

  if (!kill) return;
  test("a crash ends a running answer with `engine_crashed`, and the next prefills work", async () => {
    const whole = await ask(engine(), model, prompt("alpha"));
    await withEngine(create, async (dying) => {
      const [thread, idle] = [await dying.openThread({ model }), await dying.openThread({ model })];
      await idle.prefill(prompt("beta"));
      await thread.prefill(prompt("alpha"));
      const { finish } = await read(thread, {}, (_, ordinal) => (ordinal === 1 ? kill(dying) : undefined));
      expect(finish).toMatchObject({
        reason: "error",
        error: { name: "EngineError", code: "engine_crashed" },
      });

      for (const again of [thread, idle]) {
        await again.prefill(prompt("alpha"));
        expect((await read(again)).text).toBe(whole.text);
      }
      expect((await ask(dying, model, prompt("alpha"))).text).toBe(whole.text);
    });
  });
}

async function withEngine(
  create: () => Promise<Engine>,
  use: (engine: Engine) => Promise<void>,
): Promise<void> {
  const engine = await create();
  try {
    await use(engine);
  } finally {
    await engine.close();
  }
}
