import { describe, expect, test } from "vitest";
import { ask, PATCH, parserFor, parts, user, whole } from "./fixtures/asking.fixture.ts";
import { QWEN_3 } from "./fixtures/templates.fixture.ts";

const read = (output: string) => parts(parserFor(QWEN_3), [output]);

describe("an answer", () => {
  test("has reasoning, text and several calls", () => {
    expect(
      read(
        '<think>\nHm.\n</think>\n\nI look.\n<tool_call>\n{"name": "exec_command", "arguments": {"cmd": "ls", "env": {"A": "}"}}}\n</tool_call>\n' +
          '<tool_call>\n{"name": "web.find", "arguments": {}}\n</tool_call>',
      ),
    ).toEqual([
      ["reasoning", "Hm."],
      ["text", "I look."],
      ["exec_command", '{"cmd": "ls", "env": {"A": "}"}}'],
      ["web/find", "{}"],
    ]);
  });

  test("that calls a custom tool gives the input as it is meant", () => {
    const call = JSON.stringify({ name: "apply_patch", arguments: { input: PATCH } });
    expect(read(`<tool_call>\n${call}\n</tool_call>`)).toEqual([["apply_patch!", PATCH]]);
  });

  test("may go on after a call", () => {
    const output = '<tool_call>{"name": "exec_command", "arguments": {"cmd": "a"}}</tool_call>\n\nDone.';
    expect(read(output)).toEqual([
      ["exec_command", '{"cmd": "a"}'],
      ["text", "Done."],
    ]);
  });

  test("of a tool that was not offered is a function's call all the same: the client knows what to say", () => {
    expect(read('<tool_call>{"name": "rm", "arguments": {"a": 1}}</tool_call>')).toEqual([
      ["rm", '{"a": 1}'],
    ]);
  });
});

describe("what models get wrong", () => {
  test.each([
    [
      "arguments in a string",
      '{"name": "exec_command", "arguments": "{\\"cmd\\": \\"ls\\"}"}',
      '{"cmd": "ls"}',
    ],
    [
      "arguments in a string that are no JSON yet",
      String.raw`{"name": "exec_command", "arguments": "{\"cmd\": \"grep \\d\", \"timeout\": None,}}"}`,
      String.raw`{"cmd": "grep \\d", "timeout": null}`,
    ],
    ["arguments before the name", '{"arguments": {"cmd": "ls"}, "name": "exec_command"}', '{"cmd": "ls"}'],
    ["a bracket too few", '{"name": "exec_command", "arguments": {"cmd": "ls"}', '{"cmd": "ls"}'],
    ["two brackets too few", '{"name": "exec_command", "arguments": {"cmd": "ls"', '{"cmd": "ls"\n}'],
    ["a bracket too many", '{"name": "exec_command", "arguments": {"cmd": "ls"}}}', '{"cmd": "ls"}'],
    ["a line end in a string", '{"name": "exec_command", "arguments": {"cmd": "a\nb"}}', '{"cmd": "a\\nb"}'],
    [
      "backslashes that are not escaped",
      String.raw`{"name": "exec_command", "arguments": {"cmd": "grep -E \d+\u \"C:\users\" \n \u00e4"}}`,
      String.raw`{"cmd": "grep -E \\d+\\u \"C:\\users\" \n \u00e4"}`,
    ],
    [
      "a backslash before a line end",
      '{"name": "exec_command", "arguments": {"cmd": "a \\\nb"}}',
      String.raw`{"cmd": "a \\\nb"}`,
    ],
    [
      "constants as Python names them",
      '{"name": "exec_command", "arguments": {"cmd": "None", "env": {"A": [True, False]}, "timeout": None}}',
      '{"cmd": "None", "env": {"A": [true, false]}, "timeout": null}',
    ],
    [
      "commas before brackets",
      '{"name": "exec_command", "arguments": {"cmd": "a,}", "env": {"A": [1, 2, ],},\n}}',
      '{"cmd": "a,}", "env": {"A": [1, 2 ]}\n}',
    ],
    ["a comma and no bracket", '{"name": "exec_command", "arguments": {"cmd": "ls",', '{"cmd": "ls"\n}'],
    [
      "the API's own form",
      '{"type": "function", "function": {"name": "exec_command", "arguments": {"cmd": "ls"}}}',
      '{"cmd": "ls"}',
    ],
    ["no arguments", '{"name": "exec_command"}', "{}"],
    [
      "the other form of its family",
      "<function=exec_command>\n<parameter=cmd>\nls\n</parameter>\n</function>",
      '{"cmd": "ls"}',
    ],
  ])("%s", (_, call, expected) => {
    const output = `<tool_call>\n${call}\n</tool_call>`;
    expect(read(output)).toEqual([["exec_command", expected]]);
    expect(parts(parserFor(QWEN_3), [...output])).toEqual([["exec_command", expected]]);
    expect(() => JSON.parse(expected)).not.toThrow();
  });

  test.each([
    String.raw`s.replace(/\d+\s/g, x)`,
    String.raw`C:\Users\me`,
    String.raw`C:\users\me`,
    "a \\\n  | b",
  ])("backslashes of a custom tool's input that are not escaped: %s", (input) => {
    const call = `{"name": "apply_patch", "arguments": {"input": "${input}"}}`;
    expect(read(`<tool_call>\n${call}\n</tool_call>`)).toEqual([["apply_patch!", input]]);
  });

  test("a call without its closing tag", () => {
    expect(read('<tool_call>\n{"name": "exec_command", "arguments": {"cmd": "ls"}}')).toEqual([
      ["exec_command", '{"cmd": "ls"}'],
    ]);
  });

  test("another name for the one parameter of a custom tool", () => {
    expect(
      read('<tool_call>{"name": "apply_patch", "arguments": {"patch": "*** Begin Patch\\n"}}</tool_call>'),
    ).toEqual([["apply_patch!", "*** Begin Patch\n"]]);
  });
});

describe("what is no call stays text", () => {
  test.each([
    ["prose in tags", "Use <tool_call> tags."],
    ["no object", "<tool_call>ls</tool_call>"],
    ["no name", '<tool_call>{"arguments": {"cmd": "ls"}}</tool_call>'],
    ["arguments that are none", '<tool_call>{"name": "exec_command", "arguments": 5}</tool_call>'],
    ["an answer that was cut within the name", '<tool_call>{"name": "exec_co'],
    ["an answer that was cut before the arguments", '<tool_call>{"name": "exec_command", "argu'],
  ])("%s", (_, output) => {
    expect(read(output)).toEqual([["text", output]]);
  });

  test("any, where no tools were offered", () => {
    const output = '<tool_call>{"name": "exec_command", "arguments": {}}</tool_call>';
    expect(parts(parserFor(QWEN_3, []), [output])).toEqual([["text", output]]);
  });
});

test("arguments stream as they come, a patch unescaped", () => {
  const parser = parserFor(QWEN_3);
  parser.push('<tool_call>{"name": "apply_patch", "arguments": {"input": "*** Beg');
  expect(parser.push("in Patch\\n+a\\")).toEqual([
    { index: 0, part: expect.objectContaining({ type: "custom_tool_call" }), text: "in Patch\n+a" },
  ]);
  expect(parser.push('"b')).toMatchObject([{ text: '"b' }]);
});

test("a call is known before its arguments, by an id of its own", () => {
  const [call] = parserFor(QWEN_3).push('<tool_call>{"name": "exec_command", "arguments": {');
  const [other] = parserFor(QWEN_3).push('<tool_call>{"name": "exec_command", "arguments": {');
  expect(call?.part).toEqual({
    type: "function_call",
    name: "exec_command",
    callId: expect.stringMatching(/^call_/),
  });
  expect(other?.part).not.toEqual(call?.part);
});

test("reasoning of the current tool loop is shown, that of earlier turns is not", () => {
  const thought = (text: string) => ({
    type: "reasoning" as const,
    summary: [{ type: "summary_text" as const, text }],
  });
  const asked = whole(
    ask(QWEN_3, [
      user("One."),
      thought("First thought."),
      { role: "assistant", content: "1" },
      user("Two."),
      thought("Second thought."),
      { type: "function_call", call_id: "c", name: "exec_command", arguments: "{}" },
      { type: "function_call_output", call_id: "c", output: "2" },
    ]),
  );
  expect(asked).not.toContain("First thought.");
  expect(asked).toContain("<think>\nSecond thought.\n</think>\n\n<tool_call>");
});

test("a question may follow right after an output", () => {
  const asked = whole(
    ask(QWEN_3, [
      user("Go."),
      { type: "function_call", call_id: "c", name: "exec_command", arguments: "{}" },
      { type: "function_call_output", call_id: "c", output: "ok" },
      user("Stop."),
    ]),
  );
  expect(asked).toContain("\nok\n</tool_response><|im_end|>\n<|im_start|>user\nStop.<|im_end|>");
});
