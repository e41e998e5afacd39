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

  test("that calls a custom tool yields the unescaped input", () => {
    const call = JSON.stringify({ name: "apply_patch", arguments: { input: PATCH } });
    expect(read(`<tool_call>\n${call}\n</tool_call>`)).toEqual([["apply_patch!", PATCH]]);
  });

  test("may continue with text after a call", () => {
    const output = '<tool_call>{"name": "exec_command", "arguments": {"cmd": "a"}}</tool_call>\n\nDone.';
    expect(read(output)).toEqual([
      ["exec_command", '{"cmd": "a"}'],
      ["text", "Done."],
    ]);
  });

  test("that calls a tool that was not offered still yields a function call", () => {
    expect(read('<tool_call>{"name": "rm", "arguments": {"a": 1}}</tool_call>')).toEqual([
      ["rm", '{"a": 1}'],
    ]);
  });
});

describe("the parser tolerates common mistakes of models:", () => {
  test.each([
    [
      "arguments in a string",
      '{"name": "exec_command", "arguments": "{\\"cmd\\": \\"ls\\"}"}',
      '{"cmd": "ls"}',
    ],
    [
      "arguments in a string that is not valid JSON",
      String.raw`{"name": "exec_command", "arguments": "{\"cmd\": \"grep \\d\", \"timeout\": None,}}"}`,
      String.raw`{"cmd": "grep \\d", "timeout": null}`,
    ],
    ["arguments before the name", '{"arguments": {"cmd": "ls"}, "name": "exec_command"}', '{"cmd": "ls"}'],
    ["one bracket too few", '{"name": "exec_command", "arguments": {"cmd": "ls"}', '{"cmd": "ls"}'],
    ["two brackets too few", '{"name": "exec_command", "arguments": {"cmd": "ls"', '{"cmd": "ls"\n}'],
    ["one bracket too many", '{"name": "exec_command", "arguments": {"cmd": "ls"}}}', '{"cmd": "ls"}'],
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
      "Python constants",
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
  ])("unescaped backslashes in a custom tool's input: %s", (input) => {
    const call = `{"name": "apply_patch", "arguments": {"input": "${input}"}}`;
    expect(read(`<tool_call>\n${call}\n</tool_call>`)).toEqual([["apply_patch!", input]]);
  });

  test("a call without its closing tag", () => {
    expect(read('<tool_call>\n{"name": "exec_command", "arguments": {"cmd": "ls"}}')).toEqual([
      ["exec_command", '{"cmd": "ls"}'],
    ]);
  });

  test("another name for the only parameter of a custom tool", () => {
    expect(
      read('<tool_call>{"name": "apply_patch", "arguments": {"patch": "*** Begin Patch\\n"}}</tool_call>'),
    ).toEqual([["apply_patch!", "*** Begin Patch\n"]]);
  });
});

describe("keeps what is not a call as text:", () => {
  test.each([
    ["prose in tags", "Use <tool_call> tags."],
    ["no object", "<tool_call>ls</tool_call>"],
    ["no name", '<tool_call>{"arguments": {"cmd": "ls"}}</tool_call>'],
    ["arguments that are not an object", '<tool_call>{"name": "exec_command", "arguments": 5}</tool_call>'],
    ["an answer that was cut within the name", '<tool_call>{"name": "exec_co'],
    ["an answer that was cut before the arguments", '<tool_call>{"name": "exec_command", "argu'],
  ])("%s", (_, output) => {
    expect(read(output)).toEqual([["text", output]]);
  });

  test("any call, if no tools were offered", () => {
    const output = '<tool_call>{"name": "exec_command", "arguments": {}}</tool_call>';
    expect(parts(parserFor(QWEN_3, []), [output])).toEqual([["text", output]]);
  });
});

test("arguments stream as they arrive, with a patch unescaped", () => {
  const parser = parserFor(QWEN_3);
  parser.push('<tool_call>{"name": "apply_patch", "arguments": {"input": "*** Beg');
  expect(parser.push("in Patch\\n+a\\")).toEqual([
    { index: 0, part: expect.objectContaining({ type: "custom_tool_call" }), text: "in Patch\n+a" },
  ]);
  expect(parser.push('"b')).toMatchObject([{ text: '"b' }]);
});

test("a call is announced before its arguments, with an id of its own", () => {
  const [call] = parserFor(QWEN_3).push('<tool_call>{"name": "exec_command", "arguments": {');
  const [other] = parserFor(QWEN_3).push('<tool_call>{"name": "exec_command", "arguments": {');
  expect(call?.part).toEqual({
    type: "function_call",
    name: "exec_command",
    callId: expect.stringMatching(/^call_/),
  });
  expect(other?.part).not.toEqual(call?.part);
});

test("the prompt shows the reasoning of the current tool loop, but not that of earlier turns", () => {
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

test("a question may directly follow a tool output", () => {
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
