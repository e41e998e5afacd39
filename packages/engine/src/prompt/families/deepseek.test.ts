import { expect, test } from "vitest";
import { ask, PATCH, parserFor, parts, user } from "./fixtures/asking.fixture.ts";
import { DEEPSEEK_R1, DEEPSEEK_V3_1 } from "./fixtures/templates.fixture.ts";

const read = (output: string) => parts(parserFor(DEEPSEEK_V3_1), [output]);

test("calls of V3.1 are a name and its arguments", () => {
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

test("those of V3 and R1 name the kind of tool first and have a fence, after reasoning that the prompt opened", () => {
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

test("a call without the tag around all calls counts too", () => {
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

test("the template has no place for tools, so the system message tells of them, with the model's own control tokens", () => {
  const { text } = ask(DEEPSEEK_V3_1, [user("Go.")], { instructions: "Be brief." });
  const format = text.find((segment) => segment.text.includes("<｜tool▁sep｜>"));
  expect(format?.special).toBe(true);
  expect(text[1]).toMatchObject({ text: "Be brief.", special: false });
});
