import { expect, test } from "vitest";
import { PATCH, parserFor, parts } from "./fixtures/asking.fixture.ts";
import { GLM_4_6 } from "./fixtures/templates.fixture.ts";

const read = (output: string) => parts(parserFor(GLM_4_6), [output]);

test("reads a call of a name with keys and values", () => {
  expect(
    read(
      '\n<think>Hm.</think>\nI look.\n<tool_call>exec_command\n<arg_key>cmd</arg_key>\n<arg_value>echo "1"</arg_value>\n' +
        "<arg_key>timeout</arg_key>\n<arg_value>5</arg_value>\n</tool_call>\n<tool_call>web.find\n</tool_call>",
    ),
  ).toEqual([
    ["reasoning", "Hm."],
    ["text", "I look."],
    ["exec_command", '{"cmd": "echo \\"1\\"", "timeout": 5}'],
    ["web/find", "{}"],
  ]);
});

test("reads the same form without line breaks", () => {
  expect(
    read(
      `<tool_call>apply_patch<arg_key>input</arg_key><arg_value>${PATCH}</arg_value></tool_call><tool_call>web.find</tool_call>`,
    ),
  ).toEqual([
    ["apply_patch!", PATCH],
    ["web/find", "{}"],
  ]);
});

test("reads a JSON object between the tags as a call", () => {
  expect(read('<tool_call>{"name": "exec_command", "arguments": {"cmd": "ls"}}</tool_call>')).toEqual([
    ["exec_command", '{"cmd": "ls"}'],
  ]);
});

test.each(["<tool_call> is a tag.", "<tool_call>exec_command", "<tool_call>exec_command ls</tool_call>"])(
  "%s is text",
  (output) => {
    expect(read(output)).toEqual([["text", output]]);
  },
);
