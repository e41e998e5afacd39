import { expect, test } from "vitest";
import { answerLink, ask, continuation, countsOf } from "./answer.ts";
import type { EngineUnderTest } from "./engine-under-test.ts";
import type { ConformanceOptions } from "./options.ts";

/** Prompts can be counted without answering them. */
export function countingTests(
  { model, prompt, traits }: ConformanceOptions,
  { engine, open }: EngineUnderTest,
): void {
  test("a prompt's count equals its prefill's, also for a continuation of an answer", async () => {
    const question = prompt("alpha");
    const { text } = await ask(engine(), model, question);
    for (const each of [question, continuation(answerLink(question.tip, text), prompt("beta"))]) {
      const counted = await engine().countTokens(model, each);
      expect((await countsOf(await open(), each, traits)).promptTokens).toBe(counted);
    }
  });

  test("a prompt longer than the context is counted too", async () => {
    const { contextLength } = (await open()).model;
    const tooLong = prompt("word ".repeat(contextLength));
    expect(await engine().countTokens(model, tooLong)).toBeGreaterThan(contextLength);
  });

  test("counting a prompt for an unknown model is rejected with `model_not_found`", async () => {
    await expect(engine().countTokens("no-such-model", prompt("alpha"))).rejects.toMatchObject({
      name: "EngineError",
      code: "model_not_found",
    });
  });
}
