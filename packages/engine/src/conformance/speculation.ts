import { expect, test } from "vitest";
import { ask } from "./answer.ts";
import type { EngineUnderTest } from "./engine-under-test.ts";
import type { ConformanceOptions } from "./options.ts";

/** Drafts change the speed, never the output. */
export function speculationTests(
  { model, prompt, traits }: ConformanceOptions,
  { engine }: EngineUnderTest,
): void {
  const drafts: [string, (answer: string) => string][] = [
    ["the very answer", (answer) => answer],
    ["the beginning of the answer", (answer) => answer.slice(0, answer.length / 2)],
    ["more than the answer", (answer) => `${answer}\n${answer}`],
    ["the answer with a piece missing", (answer) => answer.slice(0, 20) + answer.slice(40)],
    ["the answer with a piece put in", (answer) => `${answer.slice(0, 20)} and so on ${answer.slice(20)}`],
    ["something else", () => "Lorem ipsum dolor sit amet, consectetur adipiscing elit. ".repeat(4)],
    ["nothing", () => ""],
  ];

  test.each(drafts)("a draft that is %s leaves the output as it is", async (_, draftOf) => {
    const plain = await ask(engine(), model, prompt("alpha"));
    const drafted = await ask(engine(), model, prompt("alpha"), { draft: draftOf(plain.text) });

    expect(drafted.text).toBe(plain.text);
    expect(drafted.finish).toEqual(plain.finish);
    expect(plain.drafted).toBe(0);
    for (const burst of drafted.bursts) expect(burst.accepted).toBeLessThanOrEqual(burst.drafted);
  });

  if (traits?.speculates ?? true) {
    test("a draft that is the answer is accepted for the most part", async () => {
      const plain = await ask(engine(), model, prompt("alpha"));
      const { accepted, drafted } = await ask(engine(), model, prompt("alpha"), { draft: plain.text });

      expect(accepted).toBeGreaterThan(plain.finish.outputTokens / 2);
      expect(accepted).toBeLessThanOrEqual(drafted);
    });
  }
}
