import { expect, test } from "vitest";
import { ask, PATCH, parserFor, parts, user } from "./fixtures/asking.fixture.ts";
import { DEEPSEEK_R1, DEEPSEEK_V3_1 } from "./fixtures/templates.fixture.ts";

const read = (output: string) => parts(parserFor(DEEPSEEK_V3_1), [output]);

test("reads V3.1 calls of a name and arguments", () => {
  const patch = JSON.stringify({ input: PATCH });
  expect(
    read(
      'I look.<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>exec_command<｜tool▁sep｜>{"cmd": "ls"}<｜tool▁call▁end｜>' +
        `<｜tool▁call▁begin｜>apply_patch<｜tool▁sep｜>${patch}<｜tool▁call▁end｜><｜tool▁calls▁end｜>`,
    ),
  ).toEqual([
    ["text", "I look."],
    ["exec_command", '{"cmd": "ls"}'],
    ["apply_patch!", PATCH],
  ]);
});

test("reads V3 and R1 calls, which name the kind first and fence the arguments, after opened reasoning", () => {
  const call = (cmd: string) =>
    `<｜tool▁call▁begin｜>function<｜tool▁sep｜>exec_command\n\`\`\`json\n{"cmd": "${cmd}"}\n\`\`\`<｜tool▁call▁end｜>`;
  expect(
    parts(parserFor(DEEPSEEK_R1), [
      `Hm.\n</think>\n\n<｜tool▁calls▁begin｜>${call("a")}\n${call("b")}<｜tool▁calls▁end｜>`,
    ]),
  ).toEqual([
    ["reasoning", "Hm."],
    ["exec_command", '{"cmd": "a"}'],
    ["exec_command", '{"cmd": "b"}'],
  ]);
});

test("reads a call without the tag around all calls", () => {
  expect(read('<｜tool▁call▁begin｜>exec_command<｜tool▁sep｜>{"cmd": "ls"}<｜tool▁call▁end｜>')).toEqual([
    ["exec_command", '{"cmd": "ls"}'],
  ]);
});

test.each([
  "<｜tool▁calls▁begin｜>none<｜tool▁calls▁end｜>",
  "<｜tool▁call▁begin｜>exec_command<｜tool▁sep｜>ls",
  "<｜tool▁call▁begin｜>exec_comm",
])("%s is text", (output) => {
  expect(read(output)).toEqual([["text", output]]);
});

test("describes the tools in the system message, with control tokens, as the template has no place for them", () => {
  const { text } = ask(DEEPSEEK_V3_1, [user("Go.")], { instructions: "Be brief." });
  const format = text.find((segment) => segment.text.includes("<｜tool▁sep｜>"));
  expect(format?.special).toBe(true);
  expect(text[1]).toMatchObject({ text: "Be brief.", special: false });
});
