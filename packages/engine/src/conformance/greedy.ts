import { expect, test } from "vitest";
import { ask, read } from "./answer.ts";
import type { EngineUnderTest } from "./engine-under-test.ts";
import type { ConformanceOptions } from "./options.ts";

/** Models are listed, and greedy answers never vary. */
export function greedyTests({ model, prompt }: ConformanceOptions, { engine, open }: EngineUnderTest): void {
  test("lists the model with its context length", async () => {
    const models = await engine().models();
    const info = models.find(({ id }) => id === model);
    expect(info?.contextLength).toBeGreaterThan(0);
    expect((await open()).model).toEqual(info);
  });

  test("opening a thread for an unknown model is rejected with the names of the available ones", async () => {
    const refusal = engine().openThread({ model: "no-such-model" });
    await expect(refusal).rejects.toMatchObject({
      name: "EngineError",
      code: "model_not_found",
      message: expect.stringContaining(model),
    });
  });

  test("the same prompt gets the same answer again, on the same thread and on a new one", async () => {
    const question = prompt("alpha");
    const thread = await open();
    await thread.prefill(question);
    const first = await read(thread);
    await thread.prefill(question);
    const again = await read(thread);
    const fresh = await ask(engine(), model, question);

    expect(first.finish.reason).toBe("stop");
    expect(again.text).toBe(first.text);
    expect(fresh.text).toBe(first.text);
    // A cache shared by all threads may have more of the prompt now.
    expect({ ...fresh.finish, prompt: null }).toEqual({ ...first.finish, prompt: null });
  });

  test("concurrent threads each get the answer to their own prompt", async () => {
    const prompts = ["alpha", "beta", "gamma"].map(prompt);
    const alone: string[] = [];
    for (const question of prompts) alone.push((await ask(engine(), model, question)).text);
    const together = await Promise.all(prompts.map((question) => ask(engine(), model, question)));

    expect(new Set(alone).size).toBe(prompts.length);
    expect(together.map(({ text }) => text)).toEqual(alone);
  });
}
