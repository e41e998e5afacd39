import { expect, test } from "vitest";
import { ask, read } from "./answer.ts";
import type { EngineUnderTest } from "./engine-under-test.ts";
import type { ConformanceOptions } from "./options.ts";

/** Attempts to abort an answer: on a busy machine, it may complete before the abort. */
const ATTEMPTS = 8;

/** Returns the first answer that was cut short by its abort, or else the last one. */
async function cutShort(attempt: () => ReturnType<typeof read>): ReturnType<typeof read> {
  let answer = await attempt();
  for (let left = ATTEMPTS - 1; left > 0 && answer.finish.reason !== "aborted"; left--)
    answer = await attempt();
  return answer;
}

/** A generation ends where requested, and keeps its output. */
export function endingTests(
  { model, prompt, traits }: ConformanceOptions,
  { engine, open }: EngineUnderTest,
): void {
  const burstsInFlight = traits?.burstsInFlight ?? 1;

  test("maxTokens ends the answer with `length`", async () => {
    const whole = await ask(engine(), model, prompt("alpha"));
    const cut = await ask(engine(), model, prompt("alpha"), { maxTokens: 5 });

    expect(cut.finish).toMatchObject({ reason: "length", outputTokens: 5 });
    expect(cut.text).not.toBe("");
    expect(whole.text.startsWith(cut.text)).toBe(true);
  });

  test("maxTokens also limits an answer with a draft", async () => {
    const whole = await ask(engine(), model, prompt("alpha"));
    const plain = await ask(engine(), model, prompt("alpha"), { maxTokens: 5 });
    const drafted = await ask(engine(), model, prompt("alpha"), { maxTokens: 5, draft: whole.text });

    expect(drafted.text).toBe(plain.text);
    expect({ ...drafted.finish, prompt: null }).toEqual({ ...plain.finish, prompt: null });
  });

  test.each([1, 3, 12])(
    "a stop sequence of %i characters ends the answer before it, with or without a draft",
    async (length) => {
      const { text } = await ask(engine(), model, prompt("alpha"));
      const middle = Math.floor(text.length / 2);
      const stop = text.slice(middle, middle + length);

      for (const draft of ["", text]) {
        const cut = await ask(engine(), model, prompt("alpha"), { stop: ["\u0000 never said", stop], draft });
        expect(cut.text).toBe(text.slice(0, text.indexOf(stop)));
        expect(cut.finish.reason).toBe("stop");
      }
    },
  );

  test("an answer that ends with an incomplete stop sequence keeps all of its text", async () => {
    const { text } = await ask(engine(), model, prompt("alpha"));
    const tail = `${text.slice(-3)} and never this`;
    expect((await ask(engine(), model, prompt("alpha"), { stop: [tail] })).text).toBe(text);
  });

  test("an abort during an answer ends it within a step and keeps its text", async () => {
    const whole = await ask(engine(), model, prompt("alpha"));
    const thread = await open();
    const cut = await cutShort(async () => {
      await thread.prefill(prompt("alpha"));
      const abort = new AbortController();
      return read(thread, { signal: abort.signal }, (_, ordinal) => {
        if (ordinal === 2) abort.abort();
      });
    });

    expect(cut.finish.reason).toBe("aborted");
    expect(cut.finish.error).toBeUndefined();
    expect(cut.bursts.length).toBeLessThanOrEqual(2 + burstsInFlight);
    expect(cut.text).not.toBe("");
    expect(whole.text.startsWith(cut.text)).toBe(true);

    await thread.prefill(prompt("alpha"));
    expect((await read(thread)).text).toBe(whole.text);
  });

  test("an abort before or right after the start of an answer ends it within a step", async () => {
    const thread = await open();
    for (const abortLater of [false, true]) {
      const attempt = async () => {
        await thread.prefill(prompt("alpha"));
        const abort = new AbortController();
        if (abortLater) queueMicrotask(() => abort.abort());
        else abort.abort();
        return read(thread, { signal: abort.signal });
      };
      const { bursts, finish } = await (abortLater ? cutShort(attempt) : attempt());
      expect(finish.reason).toBe("aborted");
      expect(bursts.length).toBeLessThanOrEqual(burstsInFlight);
    }
  });

  test("an aborted prefill rejects, and the thread can be prefilled again", async () => {
    const whole = await ask(engine(), model, prompt("alpha"));
    const thread = await open();
    await expect(thread.prefill(prompt("alpha"), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "EngineError",
      code: "aborted",
    });
    await thread.prefill(prompt("alpha"));
    expect((await read(thread)).text).toBe(whole.text);
  });

  test("a reader that stops reading in mid-answer leaves the thread usable", async () => {
    const whole = await ask(engine(), model, prompt("alpha"));
    const thread = await open();
    await thread.prefill(prompt("alpha"));
    for await (const _ of thread.generate({})) break;
    await thread.prefill(prompt("alpha"));
    expect((await read(thread)).text).toBe(whole.text);
  });
}
