import { expect, test } from "vitest";
import type { Prompt } from "../../contract/index.ts";
import { chatFormat } from "../../prompt/index.ts";
import { Answer } from "./answer.ts";

const prompt: Prompt = {
  tip: { parent: null, items: [{ role: "user", content: "?" }] },
  instructions: null,
  tools: [],
};
const parser = chatFormat({ modelId: "test", template: "{{ messages[0].content }}" }).render(prompt).reading
  .parser;
const step = (text: string, tokens = 1) => ({ text, tokens, drafted: 0, accepted: 0 });

test("every token is counted once, whenever its text comes out", () => {
  const answer = new Answer({ stop: ["STOP"], parser: parser(), maxCalls: 1 });
  const bursts = [step("one S"), step("T"), step("and"), step("")].flatMap((one) => answer.push(one));
  bursts.push(...answer.end(true));
  expect(bursts.map(({ text }) => text).join("")).toBe("one STand");
  expect(bursts.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(4);
});

test("reasoning is a part of its own, and its tokens are counted", () => {
  const answer = new Answer({ stop: [], parser: parser(), maxCalls: 1 });
  const bursts = [step("<think>"), step("hm"), step("</think>"), step("yes")].flatMap((one) =>
    answer.push(one),
  );
  bursts.push(...answer.end(true));
  expect(bursts.map(({ index, part, text }) => [index, part.type, text])).toEqual([
    [0, "reasoning", "hm"],
    [1, "text", "yes"],
  ]);
  expect(answer.reasoningTokens).toBe(2);
});

test("a stop string is not put out, and what it was cut from is", () => {
  const answer = new Answer({ stop: ["\n\n"], parser: parser(), maxCalls: 1 });
  const bursts = [...answer.push(step("line\n")), ...answer.push(step("\nmore")), ...answer.end(true)];
  expect(answer.stopped).toBe(true);
  expect(bursts.map(({ text }) => text).join("")).toBe("line");
});

test("a draft's counts travel with the step's text", () => {
  const answer = new Answer({ stop: [], parser: parser(), maxCalls: 1 });
  const [burst] = answer.push({ text: "abc", tokens: 3, drafted: 7, accepted: 2 });
  expect(burst).toMatchObject({ text: "abc", tokens: 3, drafted: 7, accepted: 2 });
});
