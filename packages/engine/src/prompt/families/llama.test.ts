import { expect, test } from "vitest";
import type { PromptItem } from "../../contract/index.ts";
import { ask, parserFor, parts, user, whole } from "./fixtures/asking.fixture.ts";
import { LLAMA_3_1 } from "./fixtures/templates.fixture.ts";

const read = (output: string) => parts(parserFor(LLAMA_3_1), [output]);

test.each([
  ['{"name": "exec_command", "parameters": {"cmd": "ls"}}'],
  ['\n{"type": "function", "name": "exec_command", "parameters": {"cmd": "ls"}}\n'],
  ['<|python_tag|>{"name": "exec_command", "parameters": {"cmd": "ls"}}'],
  ['<function=exec_command>{"cmd": "ls"}</function>'],
])("%s is a call", (output) => {
  expect(read(output)).toEqual([["exec_command", '{"cmd": "ls"}']]);
});

test("reads several calls in a row", () => {
  expect(
    read('{"name": "exec_command", "parameters": {"cmd": "a"}}; {"name": "web.find", "parameters": {}}'),
  ).toEqual([
    ["exec_command", '{"cmd": "a"}'],
    ["web/find", "{}"],
  ]);
});

test.each([
  ['{"name": "Ada", "parameters": {"born": 1815}}'],
  ['{"people": [{"name": "exec_command"}]}'],
  ['{"name": "exec_command"}'],
  ['A call is {"name": "exec_command", "parameters": {"cmd": "ls"}}'],
])("%s is text", (output) => {
  expect(read(output)).toEqual([["text", output]]);
});

test("the prompt shows an answer's calls one by one, each with its output, and its text on its own", () => {
  const call = (call_id: string, cmd: string): PromptItem => ({
    type: "function_call",
    call_id,
    name: "exec_command",
    arguments: JSON.stringify({ cmd }),
  });
  const output = (call_id: string, text: string): PromptItem => ({
    type: "function_call_output",
    call_id,
    output: text,
  });
  const asked = whole(
    ask(LLAMA_3_1, [
      user("Go."),
      { role: "assistant", content: "I look." },
      call("1", "a"),
      call("2", "b"),
      output("1", "A"),
      output("2", "B"),
    ]),
  );
  const turn = (role: string, text: string) =>
    `<|start_header_id|>${role}<|end_header_id|>\n\n${text}<|eot_id|>`;
  expect(asked).toContain(
    turn("assistant", "I look.") +
      turn("assistant", '{"name": "exec_command", "parameters": {"cmd": "a"}}') +
      turn("ipython", '"A"') +
      turn("assistant", '{"name": "exec_command", "parameters": {"cmd": "b"}}') +
      turn("ipython", '"B"'),
  );
});
