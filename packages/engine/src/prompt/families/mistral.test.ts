import { expect, test } from "vitest";
import type { PromptItem } from "../../contract/index.ts";
import { ask, PATCH, parserFor, parts, user, whole } from "./fixtures/asking.fixture.ts";
import { MINISTRAL_3, MISTRAL_NEMO } from "./fixtures/templates.fixture.ts";

const read = (output: string) => parts(parserFor(MINISTRAL_3), [output]);

test("reads calls that come as a list", () => {
  const patch = JSON.stringify({ name: "apply_patch", arguments: { input: PATCH } });
  expect(
    read(`[TOOL_CALLS][{"name": "exec_command", "arguments": {"cmd": "ls"}, "id": "abcdefghi"}, ${patch}]`),
  ).toEqual([
    ["exec_command", '{"cmd": "ls"}'],
    ["apply_patch!", PATCH],
  ]);
});

test("reads calls that each follow their own tag, after reasoning and text", () => {
  expect(
    read(
      '[THINK]Hm.[/THINK]I look.[TOOL_CALLS]exec_command[ARGS]{"cmd": "ls"}[TOOL_CALLS]web__find[CALL_ID]abcdefghi[ARGS]{}',
    ),
  ).toEqual([
    ["reasoning", "Hm."],
    ["text", "I look."],
    ["exec_command", '{"cmd": "ls"}'],
    ["web/find", "{}"],
  ]);
});

test.each(["[TOOL_CALLS] is a tag.", "[TOOL_CALLS][1, 2]", "[TOOL_CALLS]exec_command[ARGS]ls", "[TOOL_C"])(
  "%s is text",
  (output) => {
    expect(read(output)).toEqual([["text", output]]);
  },
);

const loop: PromptItem[] = [
  user("Go."),
  { type: "function_call", call_id: "call_0123456789", name: "find", namespace: "web", arguments: "{}" },
  { type: "function_call_output", call_id: "call_0123456789", output: "none" },
];

test("calls and outputs get ids of nine characters, and names that the model allows", () => {
  expect(whole(ask(MISTRAL_NEMO, loop))).toContain(
    '[TOOL_CALLS][{"name": "web__find", "arguments": {}, "id": "000000001"}]</s>' +
      '[TOOL_RESULTS]{"content": none, "call_id": "000000001"}[/TOOL_RESULTS]',
  );
});

test("instructions that the template would drop go into the first question", () => {
  expect(whole(ask(MISTRAL_NEMO, loop, { instructions: "Be brief." }))).toContain(
    "[INST]Be brief.\n\nGo.[/INST]",
  );
});

test("a question may directly follow a tool output, although roles must alternate", () => {
  expect(whole(ask(MISTRAL_NEMO, [...loop, user("Stop.")]))).toMatch(
    /\[\/TOOL_RESULTS\]\(interrupted\)<\/s>.*\[INST\]Stop\.\[\/INST\]$/s,
  );
});
