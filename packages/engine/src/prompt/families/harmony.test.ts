import { describe, expect, test } from "vitest";
import type { PromptItem } from "../../contract/index.ts";
import { ask, PATCH, parserFor, parts, user, whole } from "./fixtures/asking.fixture.ts";
import { GPT_OSS } from "./fixtures/templates.fixture.ts";

const read = (output: string) => parts(parserFor(GPT_OSS), [output]);

describe("an answer", () => {
  test("has reasoning on one channel and text on another", () => {
    expect(
      read("<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Yes."),
    ).toEqual([
      ["reasoning", "Hm."],
      ["text", "Yes."],
    ]);
  });

  test("may have text before a call", () => {
    expect(
      read(
        "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>commentary<|message|>I look.<|end|>" +
          '<|start|>assistant<|channel|>commentary to=functions.exec_command <|constrain|>json<|message|>{"cmd": "ls"}<|call|>',
      ),
    ).toEqual([
      ["reasoning", "Hm."],
      ["text", "I look."],
      ["exec_command", '{"cmd": "ls"}'],
    ]);
  });

  test.each([
    ["<|channel|>final The sum is 42.", [["text", "The sum is 42."]]],
    ["<|channel|>final The sum is 42.<|end|><|start|>assistant<|channel|>final<|message|>Or 43.", null],
    ["<|channel|>final<|constr", []],
    ["<|start|>assistant<|channel|>comm", []],
    ["<|channel|>commentary to=functions.exec_comm", []],
    ["<|return|>", []],
    [
      '<|channel|>commentary to=functions.exec_command<|message|>{"cmd": "ls"}} That is all.<|call|>',
      [
        ["exec_command", '{"cmd": "ls"}'],
        ["text", "That is all."],
      ],
    ],
    ["<|channel|>final The sum<|message|> is 42.", [["text", "The sum is 42."]]],
    ["<|channel|>final code is 42.<|end|>", [["text", "code is 42."]]],
    ["<|channel|>analysis Hm, so<|message|> it is.", [["reasoning", "Hm, so it is."]]],
    ["<|channel|>The sum is<|message|> 42.", [["text", "The sum is 42."]]],
    ["<|start|>Well, the sum<|message|> is 42.", [["text", "Well, the sum is 42."]]],
    [
      '<|channel|>commentary to=functions.exec_command I look. <|constrain|>json<|message|>{"cmd": "ls"}<|call|>',
      [
        ["text", "I look."],
        ["exec_command", '{"cmd": "ls"}'],
      ],
    ],
    [
      "<|channel|>final The sum is 42.<|start|>assistant<|channel|>analysis<|message|>Is it?",
      [
        ["text", "The sum is 42."],
        ["reasoning", "Is it?"],
      ],
    ],
    ["Yes.<|start|>assistant<|channel|>comm", [["text", "Yes."]]],
    ["<|start|>assistant<|start|>assistant<|channel|>final<|message|>Yes.", [["text", "Yes."]]],
  ])("loses no text if a header is malformed or cut short: %s", (output, expected) => {
    const twice = [["text", "The sum is 42.Or 43."]];
    const joined = read(output).map(([kind, text]) => [kind, text]);
    expect(expected ? joined : [["text", joined.map(([, text]) => text).join("")]]).toEqual(
      expected ?? twice,
    );
    expect(parts(parserFor(GPT_OSS), [...output])).toEqual(read(output));
  });

  test.each([
    '<|channel|>commentary to=functions.web__find <|constrain|>json<|message|>{"a": 1}',
    ' to=functions.web__find<|channel|>commentary json<|message|>{"a": 1}',
    '<|start|>assistant to=functions.web__find<|channel|>analysis<|message|>{"a": 1}\n<|call|>',
    '<|channel|>commentary to=web.find code<|message|>{"a": 1}',
  ])("may name the tool anywhere in the header: %s", (output) => {
    expect(read(output)).toEqual([["web/find", '{"a": 1}']]);
  });

  test("gives a custom tool its input from JSON or from raw text", () => {
    const header = "<|channel|>commentary to=functions.apply_patch <|constrain|>json<|message|>";
    expect(read(header + JSON.stringify({ input: PATCH }))).toEqual([["apply_patch!", PATCH]]);
    expect(read(header + PATCH)).toEqual([["apply_patch!", PATCH]]);
  });

  test("may have one bracket too many after a call's arguments", () => {
    const header = "<|channel|>commentary to=functions.exec_command <|constrain|>json<|message|>";
    expect(read(`${header}{"cmd": "ls"}}<|call|>`)).toEqual([["exec_command", '{"cmd": "ls"}']]);
  });

  test("gives a custom tool text that only begins like an object", () => {
    const header = "<|channel|>commentary to=functions.apply_patch code<|message|>";
    expect(read(`${header}{ let a = 1; }<|call|>`)).toEqual([["apply_patch!", "{ let a = 1; }"]]);
  });

  test("keeps two messages of the same kind apart", () => {
    expect(
      read("<|channel|>commentary<|message|>First.<|end|><|start|>assistant<|channel|>final<|message|>Then."),
    ).toEqual([
      ["text", "First."],
      ["text", "Then."],
    ]);
  });

  test("without a header is text", () => {
    expect(read("Yes, <|weird|>.")).toEqual([["text", "Yes, <|weird|>."]]);
  });
});

const thought = (text: string): PromptItem => ({
  type: "reasoning",
  summary: [],
  content: [{ type: "reasoning_text", text }],
});
const loop: PromptItem[] = [
  user("Go."),
  thought("Hm."),
  { role: "assistant", content: "I look." },
  { type: "function_call", call_id: "1", name: "exec_command", arguments: '{"cmd":"ls"}' },
  { type: "function_call_output", call_id: "1", output: 'a "b"' },
];

test("reasoning is kept through a tool loop, with the text before the call", () => {
  expect(whole(ask(GPT_OSS, loop))).toContain(
    "<|start|>assistant<|channel|>analysis<|message|>Hm.\n\nI look.<|end|>" +
      '<|start|>assistant to=functions.exec_command<|channel|>commentary json<|message|>{"cmd": "ls"}<|call|>' +
      '<|start|>functions.exec_command to=assistant<|channel|>commentary<|message|>"a \\"b\\""<|end|>',
  );
});

test("reasoning is dropped once the tool loop has its answer", () => {
  const asked = whole(ask(GPT_OSS, [...loop, { role: "assistant", content: "Done." }, user("Next.")]));
  expect(asked).not.toContain("Hm.");
  expect(asked).toContain("<|channel|>final<|message|>Done.<|end|>");
});
