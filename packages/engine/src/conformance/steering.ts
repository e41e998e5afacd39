import { expect, test } from "vitest";
import type { PromptLink } from "../contract/index.ts";
import { type Answer, answerLink, ask, continuation, read } from "./answer.ts";
import type { EngineUnderTest } from "./engine-under-test.ts";
import type { ConformanceOptions } from "./options.ts";

const DEFAULT_STEERS = 10;
/** Number of tokens within which an answer is steered, and of the answer that follows. */
const REACH = 40;
/** Tokens that may be lost: the last one is not evaluated yet, and those of an incomplete character are dropped. */
const LOOSE_TOKENS = 4;

/** New input during an answer: the output so far is kept, and the next answer continues from it. */
export function steeringTests(
  { model, prompt, traits }: ConformanceOptions,
  { engine, open }: EngineUnderTest,
): void {
  const steers = traits?.steers ?? DEFAULT_STEERS;

  test(`a steer at a random step is answered like a new prompt with the same text, ${steers} times`, async () => {
    const random = randomIntegers(7);
    for (let nth = 0; nth < steers; nth++) {
      const question = prompt(`alpha ${random(1000)}`);
      const thread = await open();
      const { promptTokens } = await thread.prefill(question);
      const cut = await (random(2) === 0
        ? read(thread, { maxTokens: 1 + random(REACH) })
        : readUntilStopped(thread, 1 + random(5)));
      const steered = continuation(partLink(question.tip, cut), prompt(`beta ${random(1000)}`));
      const second = await thread.prefill(steered);
      const { text, finish } = await read(thread, { maxTokens: REACH });
      const fresh = await ask(engine(), model, steered, { maxTokens: REACH });

      expect({ nth, text, tokens: finish.outputTokens }).toEqual({
        nth,
        text: fresh.text,
        tokens: fresh.finish.outputTokens,
      });
      if (!traits?.rewritesHistory && !traits?.countsAtEnd && cut.text !== "") {
        const held = promptTokens + cut.finish.outputTokens;
        expect(second.reusedTokens).toBeGreaterThanOrEqual(held - LOOSE_TOKENS);
        expect(second.broke).toBeUndefined();
      }
      thread.release();
    }
  });
}

/** Creates the link of an interrupted answer. */
function partLink(tip: PromptLink, { text, finish }: Answer): PromptLink {
  if (text === "") return tip;
  const link = answerLink(tip, text);
  if (finish.reason === "stop") return link;
  return { ...link, items: link.items.map((item) => ({ ...item, status: "incomplete" }) as typeof item) };
}

async function readUntilStopped(thread: Parameters<typeof read>[0], bursts: number): Promise<Answer> {
  const abort = new AbortController();
  return read(thread, { signal: abort.signal, maxTokens: REACH }, (_, ordinal) => {
    if (ordinal === bursts) abort.abort();
  });
}

/** Creates a seeded generator of whole numbers below a bound. */
function randomIntegers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * bound);
  };
}
