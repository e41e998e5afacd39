import type { Tool } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import { parserFor, parts } from "../families/fixtures/asking.fixture.ts";
import { GLM_4_6, LLAMA_3_1, MINISTRAL_3, QWEN_3 } from "../families/fixtures/templates.fixture.ts";

const TOOLS: readonly Tool[] = [{ type: "custom", name: "run", description: "Runs it." }];
const call = (json: string) => `<tool_call>\n{"name": "run", "arguments": ${json}}\n</tool_call>`;
const inputOf = (template: string, text: string, size = text.length) =>
  parts(parserFor(template, TOOLS), text.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? []);

describe("the input of a custom tool that is called with an object is", () => {
  test.each([
    ["its text", '{"input": "a\\nb"}', "a\nb"],
    ["a text under another name", '{"n": 1, "code": "ls"}', "ls"],
    ["another text, if the input is not text", '{"input": {"a": 1}, "code": "ls"}', "ls"],
    ["the JSON of the input, if it is not text", '{"input": {"a": [1, "}"]}}', '{"a": [1, "}"]}'],
    ["a number as it is written", '{"input": 42}', "42"],
    [
      "all of the object, where no input is named",
      '{"query": {"a": 1},  "n": 2}',
      '{"query": {"a": 1},  "n": 2}',
    ],
    ["nothing, if the object is empty", "{ }", ""],
    ["nothing, where it is null", '{"input": null}', ""],
  ])("%s", (_, json, input) => {
    for (const size of [1, 3, 1000]) expect(inputOf(QWEN_3, call(json), size)).toEqual([["run!", input]]);
  });

  test("nothing, if the answer ends before the object's form is known", () => {
    expect(inputOf(QWEN_3, '<tool_call>{"name": "run", "arguments": {"quer')).toEqual([["run!", ""]]);
  });

  test("the same in other families, and if the arguments come before the name", () => {
    const json = '{"query": {"a": 1}}';
    const whole = [["run!", json]];
    expect(inputOf(QWEN_3, `<tool_call>{"arguments": ${json}, "name": "run"}</tool_call>`, 2)).toEqual(whole);
    expect(inputOf(LLAMA_3_1, `<|python_tag|>{"name": "run", "parameters": ${json}}`, 2)).toEqual(whole);
    expect(inputOf(MINISTRAL_3, `[TOOL_CALLS]run[ARGS]${json}`, 2)).toEqual(whole);
    expect(inputOf(GLM_4_6, call(json), 2)).toEqual(whole);
  });
});
