import { expect, test } from "vitest";
import { ask, read } from "./answer.ts";
import type { EngineUnderTest } from "./engine-under-test.ts";
import type { ConformanceOptions } from "./options.ts";
import { randomNumbers } from "./random-numbers.ts";

const NONSENSE = "Lorem ipsum dolor sit amet, consectetur adipiscing elit. ".repeat(4);
const PLAIN = { draft: "" };

/** Drafts affect the speed, never the output. */
export function speculationTests(
  { model, prompt, traits }: ConformanceOptions,
  { engine, open }: EngineUnderTest,
): void {
  const drafts: [string, (answer: string) => string][] = [
    ["the very answer", (answer) => answer],
    ["the beginning of the answer", (answer) => answer.slice(0, answer.length / 2)],
    ["more than the answer", (answer) => `${answer}\n${answer}`],
    ["the answer with a piece missing", (answer) => answer.slice(0, 20) + answer.slice(40)],
    ["the answer with a piece put in", (answer) => `${answer.slice(0, 20)} and so on ${answer.slice(20)}`],
    ["something else", () => NONSENSE],
    ["wrong at every other word", (answer) => answer.replaceAll(/(\w+\W+)(\w+)/g, "$1$2x")],
  ];

  test.each(drafts)("a draft that is %s does not change the output", async (_, draftOf) => {
    const plain = await ask(engine(), model, prompt("alpha"), PLAIN);
    const drafted = await ask(engine(), model, prompt("alpha"), { draft: draftOf(plain.text) });

    expect(drafted.text).toBe(plain.text);
    expect({ ...drafted.finish, prompt: null }).toEqual({ ...plain.finish, prompt: null });
    for (const burst of drafted.bursts) expect(burst.accepted).toBeLessThanOrEqual(burst.drafted);
  });

  test("an empty draft drafts nothing, and a request without a draft gets the same output", async () => {
    const plain = await ask(engine(), model, prompt("alpha"), PLAIN);
    expect(plain.drafted).toBe(0);
    expect((await ask(engine(), model, prompt("alpha"))).text).toBe(plain.text);
  });

  test("a drafted answer aborted at a random step is a prefix of the whole answer", async () => {
    const whole = await ask(engine(), model, prompt("alpha"), PLAIN);
    const thread = await open();
    const random = randomNumbers(1);
    for (let round = 0; round < 8; round++) {
      const last = 1 + Math.floor(random() * 6);
      await thread.prefill(prompt("alpha"));
      const abort = new AbortController();
      const cut = await read(thread, { draft: whole.text, signal: abort.signal }, (_, ordinal) => {
        if (ordinal === last) abort.abort();
      });
      expect(whole.text.startsWith(cut.text)).toBe(true);
    }
    await thread.prefill(prompt("alpha"));
    expect((await read(thread, { draft: whole.text })).text).toBe(whole.text);
  });

  if (traits?.speculates ?? true) {
    test("a draft that equals the answer supplies most of its tokens", async () => {
      const plain = await ask(engine(), model, prompt("alpha"), PLAIN);
      const { accepted, drafted } = await ask(engine(), model, prompt("alpha"), { draft: plain.text });

      expect(accepted).toBeGreaterThan(plain.finish.outputTokens / 2);
      expect(accepted).toBeLessThanOrEqual(drafted);
    });
  }
}
