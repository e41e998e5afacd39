import { describe, expect, test } from "vitest";
import type { Prompt } from "../../contract/index.ts";
import { chatFormat } from "../../prompt/index.ts";
import { Answer } from "./answer.ts";

const TEMPLATE = "{% for message in messages %}{{ message.content }}{% endfor %}";
const parser = (tools: Prompt["tools"] = []) => {
  const tip = { parent: null, items: [{ role: "user" as const, content: "?" }] };
  const format = chatFormat({ modelId: "test", template: TEMPLATE });
  return format.render({ tip, instructions: null, tools }).reading.parser();
};
const step = (text: string, tokens = 1) => ({ text, tokens, drafted: 0, accepted: 0 });

test("every token is counted once, even if its text is held back", () => {
  const answer = new Answer({ ends: [], stop: ["STOP"], parser: parser(), maxCalls: 1 });
  const bursts = [step("one S"), step("T"), step("and"), step("")].flatMap((one) => answer.push(one));
  bursts.push(...answer.end(true));
  expect(bursts.map(({ text }) => text).join("")).toBe("one STand");
  expect(bursts.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(4);
});

test("reasoning becomes a separate part, and its tokens are counted", () => {
  const answer = new Answer({ ends: [], stop: [], parser: parser(), maxCalls: 1 });
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

test("the text before a stop sequence is output, and the sequence itself is not", () => {
  const answer = new Answer({ ends: [], stop: ["\n\n"], parser: parser(), maxCalls: 1 });
  const bursts = [...answer.push(step("line\n")), ...answer.push(step("\nmore")), ...answer.end(true)];
  expect(answer.stopped).toBe(true);
  expect(bursts.map(({ text }) => text).join("")).toBe("line");
});

test("a draft's counts are reported with the step's text", () => {
  const answer = new Answer({ ends: [], stop: [], parser: parser(), maxCalls: 1 });
  const [burst] = answer.push({ text: "abc", tokens: 3, drafted: 7, accepted: 2 });
  expect(burst).toMatchObject({ text: "abc", tokens: 3, drafted: 7, accepted: 2 });
});

describe("the request's stop sequences", () => {
  const tools: Prompt["tools"] = [{ type: "function", name: "run", parameters: {} }];
  const call = '<tool_call>\n{"name": "run", "arguments": {"cmd": "one\\n STOP"}}\n</tool_call>';
  const answer = () =>
    new Answer({ ends: ["<end>"], stop: ["STOP", ": {"], parser: parser(tools), maxCalls: 2 });

  test("do not apply to reasoning and calls", () => {
    const reader = answer();
    const bursts = [...reader.push(step(`<think>STOP</think>Now:${call}`)), ...reader.end(true)];
    expect(reader.stopped).toBe(false);
    expect(bursts.map(({ part, text }) => [part.type, text])).toEqual([
      ["reasoning", "STOP"],
      ["text", "Now:"],
      ["function_call", '{"cmd": "one\\n STOP"}'],
    ]);
  });

  test("end the answer where they occur in its text, and drop all that follows", () => {
    const reader = answer();
    const bursts = [...reader.push(step(`Now STOP ${call}`)), ...reader.end(true)];
    expect(reader.stopped).toBe(true);
    expect(bursts.map(({ text }) => text)).toEqual(["Now "]);
  });

  test("do not prevent the format's own end sequence from ending the answer anywhere", () => {
    const reader = answer();
    const bursts = [...reader.push(step("<think>hm<end>more")), ...reader.end(true)];
    expect(reader.stopped).toBe(true);
    expect(bursts.map(({ part, text }) => [part.type, text])).toEqual([["reasoning", "hm"]]);
  });
});

test("text read in several pieces becomes one burst per part", () => {
  const answer = new Answer({ ends: [], stop: ["c"], parser: parser(), maxCalls: 1 });
  for (const text of ["a", "b", "cd"]) answer.parse(text);
  expect(answer.stopped).toBe(true);
  expect(answer.push({ text: "", tokens: 3, drafted: 7, accepted: 2 })).toEqual([
    { type: "burst", index: 0, part: { type: "text" }, text: "ab", tokens: 3, drafted: 7, accepted: 2 },
  ]);
});
