import type { Tool } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import { PATCH, parserFor, parts } from "../families/fixtures/asking.fixture.ts";
import { CHATML } from "../families/fixtures/templates.fixture.ts";

const read = (output: string, tools?: readonly Tool[]) => parts(parserFor(CHATML, tools), [output]);

const CALL = '{"name": "exec_command", "arguments": {"cmd": "ls"}}';
const called = ["exec_command", '{"cmd": "ls"}'];

describe("a call written as text becomes a call", () => {
  test.each([
    ["in a fence", `I look.\n\`\`\`json\n${CALL}\n\`\`\``, [["text", "I look."], called]],
    ["in a fence with white space", `\`\`\`json\n\n  ${CALL}\n\n\`\`\`\nDone.`, [called, ["text", "Done."]]],
    ["with its type after it", CALL.replace(/}$/, ', "type": "function"}'), [called]],
    ["as a function of its own", `{"type": "function", "function": ${CALL}}`, [called]],
    ["in tags of another family", `<function_call>${CALL}</function_call>`, [called]],
    ["as the whole answer", `\n${CALL}\n`, [called]],
    ["in the format of the prompt", `<tool_call>${CALL}</tool_call>`, [called]],
  ])("%s", (_, output, expected) => {
    expect(read(output)).toEqual(expected);
  });

  test.each([
    ["a bare patch", `I change it.\n\n${PATCH}\nDone.`],
    ["a patch as a shell takes it", `I change it.\n\napply_patch <<'EOF'\n${PATCH}\nEOF\nDone.`],
  ])("%s", (_, output) => {
    expect(read(output)).toEqual([
      ["text", "I change it."],
      ["apply_patch!", PATCH],
      ["text", "Done."],
    ]);
  });
});

describe("what only looks like a call stays text", () => {
  const NOTED = '{"name": "exec_command", "arguments": {"cmd": "ls"}, "note": "an example"}';
  const OTHER = '{"name": "Ada", "arguments": {"born": 1815}}';
  test.each([
    ["an object of another kind in a fence", `\`\`\`json\n${OTHER}\n\`\`\``],
    ["an object of another kind", OTHER],
    ["a name alone", '```json\n{"name": "exec_command"}\n```'],
    ["a list", `\`\`\`json\n[${CALL}]\n\`\`\``],
    ["an object with more to say", '{"title": "a", "name": "exec_command", "arguments": {}}'],
    ["an object with more to say behind its arguments", NOTED],
    ["the same in a fence", `\`\`\`json\n${NOTED}\n\`\`\``],
    ["a function with more to say around it", `{"type": "function", "function": ${CALL}, "note": "so"}`],
    ["a call that was cut", CALL.slice(0, -1)],
    ["a call within a sentence", `Write \`\`\`json ${CALL}\`\`\` to call.`],
    ["code in a fence", "```js\nconst a = 1;\n```"],
    ["a patch that was cut", "*** Begin Patch\n*** Update File: a\n@@\n+b"],
    ["a patch without a file", "*** Begin Patch\nHello\n*** End Patch"],
    ["a patch in a fence", `Such as:\n\`\`\`\n${PATCH}\n\`\`\``],
    ["a patch within a sentence", `See ${PATCH}`],
  ])("%s", (_, output) => {
    expect(read(output)).toEqual([["text", output]]);
  });

  test("a patch, if no tool takes one", () => {
    const tool: Tool = { type: "function", name: "apply_patch" };
    expect(read(PATCH, [tool])).toEqual([["text", PATCH]]);
  });

  test("anything, if no tools were offered", () => {
    for (const output of [PATCH, CALL]) expect(read(output, [])).toEqual([["text", output]]);
  });
});
