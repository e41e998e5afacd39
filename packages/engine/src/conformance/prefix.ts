import { expect, test } from "vitest";
import { answerLink, ask, continuation, countsOf, read } from "./answer.ts";
import type { EngineUnderTest } from "./engine-under-test.ts";
import type { ConformanceOptions } from "./options.ts";

/** Evaluated prefixes are reused, and forks are independent. */
export function prefixTests(
  { model, prompt, traits }: ConformanceOptions,
  { engine, open }: EngineUnderTest,
): void {
  test("prefilling the same prompt again reuses all of it but the last token", async () => {
    const thread = await open();
    const first = await countsOf(thread, prompt("alpha"), traits);
    await read(thread);
    const question = prompt("alpha");
    await thread.prefill(question);
    const again = await countsOf(thread, question, traits);

    // A server's cache may contain another conversation's prompt.
    if (!traits?.countsAtEnd) expect(first.reusedTokens).toBeLessThan(first.promptTokens);
    expect(again.promptTokens).toBe(first.promptTokens);
    expect(again.reusedTokens).toBeGreaterThanOrEqual(again.promptTokens - 1);
  });

  test("prefill reports ascending progress up to the whole prompt", async () => {
    const thread = await open();
    const progress: { done: number; total: number }[] = [];
    const { promptTokens } = await thread.prefill(prompt("alpha"), {
      onProgress: (report) => progress.push(report),
    });

    expect(progress.at(-1)).toEqual({ done: promptTokens, total: promptTokens });
    expect(progress.map(({ done }) => done)).toEqual(progress.map(({ done }) => done).sort((a, b) => a - b));
  });

  if (!traits?.rewritesHistory) {
    test("a continuation reuses the earlier prompt", async () => {
      const thread = await open();
      const question = prompt("alpha");
      const first = await countsOf(thread, question, traits);
      await thread.prefill(question);
      const { text } = await read(thread);
      const next = continuation(answerLink(question.tip, text), prompt("beta"));
      const second = await countsOf(thread, next, traits);

      expect(second.reusedTokens).toBeGreaterThanOrEqual(first.promptTokens);
      expect(second.promptTokens).toBeGreaterThan(second.reusedTokens);
    });

    test("a second continuation of the same link reuses the shared part", async () => {
      const thread = await open();
      const question = prompt("alpha");
      const { promptTokens } = await countsOf(thread, question, traits);
      const shared = answerLink(question.tip, "Done.");
      await countsOf(thread, continuation(shared, prompt("beta")), traits);
      const { reusedTokens } = await countsOf(thread, continuation(shared, prompt("gamma")), traits);

      expect(reusedTokens).toBeGreaterThanOrEqual(promptTokens);
    });
  }

  test("the prospect of a conversation changes neither its answer nor what is reused", async () => {
    const question = prompt("alpha");
    const { text } = await ask(engine(), model, question);
    for (const prospect of ["unlikely", "open", "likely"] as const) {
      const thread = await open();
      await thread.prefill(question, { prospect });
      expect((await read(thread)).text).toBe(text);
      const { promptTokens, reusedTokens } = await countsOf(thread, question, traits);
      expect(reusedTokens).toBeGreaterThanOrEqual(promptTokens - 1);
      thread.release();
    }
  });

  test("a fork and its origin give the same answers concurrently as alone", async () => {
    const [alpha, beta] = [prompt("alpha"), prompt("beta")];
    const alone = [await ask(engine(), model, alpha), await ask(engine(), model, beta)];
    const origin = await open();
    await origin.prefill(alpha);
    const fork = await origin.fork();
    try {
      const [first, same] = await Promise.all([read(origin), read(fork)]);
      expect([first.text, same.text]).toEqual([alone[0]?.text, alone[0]?.text]);

      await Promise.all([origin.prefill(alpha), fork.prefill(beta)]);
      const [again, other] = await Promise.all([read(origin), read(fork)]);
      expect([again.text, other.text]).toEqual(alone.map(({ text }) => text));
    } finally {
      fork.release();
    }
  });

  if (traits?.resumes ?? true) {
    test("a thread continues where its answer stopped, and so does its fork once the thread is released", async () => {
      const whole = await ask(engine(), model, prompt("alpha"));
      const origin = await open();
      await origin.prefill(prompt("alpha"));
      const start = await read(origin, { maxTokens: 8 });
      const fork = await origin.fork();
      try {
        const rest = await read(origin);
        origin.release();
        const forked = await read(fork);

        expect(start.text + rest.text).toBe(whole.text);
        expect(forked.text).toBe(rest.text);
      } finally {
        fork.release();
      }
    });
  }
}
