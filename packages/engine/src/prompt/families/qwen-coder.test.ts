import type { Tool } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import { PATCH, parserFor, parts } from "./fixtures/asking.fixture.ts";
import { QWEN_3_CODER } from "./fixtures/templates.fixture.ts";

const read = (output: string) => parts(parserFor(QWEN_3_CODER), [output]);
const call = (name: string, values: Record<string, string>) =>
  `<tool_call>\n<function=${name}>\n${Object.entries(values)
    .map(([key, value]) => `<parameter=${key}>\n${value}\n</parameter>\n`)
    .join("")}</function>\n</tool_call>`;

test("values become JSON of the types in the tool's schema", () => {
  const output = call("exec_command", { cmd: 'echo "1"\nls', timeout: "5", env: '{"A": "b"}' });
  expect(read(`I look.\n\n${output}`)).toEqual([
    ["text", "I look."],
    ["exec_command", '{"cmd": "echo \\"1\\"\\nls", "timeout": 5, "env": {"A": "b"}}'],
  ]);
});

test("a number in a text parameter stays text, and a value of the wrong type becomes text", () => {
  expect(read(call("exec_command", { cmd: "5", timeout: "soon" }))).toEqual([
    ["exec_command", '{"cmd": "5", "timeout": "soon"}'],
  ]);
});

test("a value that may be text or another type has the other type only if it matches it exactly", () => {
  const type = ["string", "null", "integer"];
  const properties = { value: { type }, name: { type: "string", nullable: true } };
  const tools: Tool[] = [{ type: "function", name: "set", parameters: { type: "object", properties } }];
  const set = (values: Record<string, string>) =>
    parts(parserFor(QWEN_3_CODER, tools), [call("set", values)])[0]?.[1];
  expect(set({ value: "null", name: "null" })).toBe('{"value": null, "name": null}');
  expect(set({ value: "12", name: "12" })).toBe('{"value": 12, "name": "12"}');
  for (const text of ["null ", "true", "1.5", "nullable", "", '"a"', "None"]) {
    expect(set({ value: text })).toBe(`{"value": ${JSON.stringify(text)}}`);
  }
});

test.each([
  ["one of several schemas", { anyOf: [{ type: "string" }, { type: "null" }] }, '{"a": 1}'],
  [
    "one of several schemas that exclude each other",
    { oneOf: [{ type: "string" }, { type: "boolean" }] },
    "5",
  ],
  ["values without a type", { enum: ["1", "2"] }, "1"],
  ["a reference", { $ref: "#/$defs/text" }, "123"],
  ["all of several schemas", { allOf: [{ type: "string" }] }, "true"],
  ["a length alone", { minLength: 1 }, "[1]"],
])("a parameter is text if its schema says so by %s", (_, value, text) => {
  const parameters = { type: "object", properties: { value }, $defs: { text: { type: "string" } } };
  const tools: Tool[] = [{ type: "function", name: "set", parameters }];
  expect(parts(parserFor(QWEN_3_CODER, tools), [call("set", { value: text })])).toEqual([
    ["set", `{"value": ${JSON.stringify(text)}}`],
  ]);
});

test("a parameter that is text or null by anyOf is null if its value is null", () => {
  const value = { anyOf: [{ type: "string" }, { type: "null" }] };
  const parameters = { type: "object", properties: { value } };
  const tools: Tool[] = [{ type: "function", name: "set", parameters }];
  expect(parts(parserFor(QWEN_3_CODER, tools), [call("set", { value: "null" })])).toEqual([
    ["set", '{"value": null}'],
  ]);
});

test("values of a tool without a schema get the type they look like", () => {
  expect(read(call("other", { a: "1", b: "one", c: "True", d: "None", e: "[1]" }))).toEqual([
    ["other", '{"a": 1, "b": "one", "c": true, "d": null, "e": [1]}'],
  ]);
});

test("a custom tool's input is the text between the tags", () => {
  expect(read(call("apply_patch", { input: PATCH }))).toEqual([["apply_patch!", PATCH]]);
});

test("reads several calls in a row, one of them without parameters", () => {
  expect(read(`${call("web.find", {})}\n${call("exec_command", { cmd: "ls" })}`)).toEqual([
    ["web/find", "{}"],
    ["exec_command", '{"cmd": "ls"}'],
  ]);
});

describe("the parser tolerates common mistakes of models:", () => {
  test("an open quote or bracket in a value, which then ends at its closing tag", () => {
    const values = { a: '"one', b: '["two', c: '{"three": "', d: '"four" and more', e: ' ["five"] ' };
    const expected = JSON.stringify({ ...values, e: ["five"] });
    const [[, written] = []] = read(call("other", values));
    expect(JSON.stringify(JSON.parse(written ?? ""))).toBe(expected);
    expect(parts(parserFor(QWEN_3_CODER), [...call("other", values)])).toEqual([["other", written]]);
  });

  test("no opening tag around the function", () => {
    expect(
      read("<function=exec_command>\n<parameter=cmd>\nls\n</parameter>\n</function>\n</tool_call>"),
    ).toEqual([["exec_command", '{"cmd": "ls"}']]);
  });

  test("JSON in place of the parameters", () => {
    expect(read('<function=exec_command>{"cmd": "ls"}</function>')).toEqual([
      ["exec_command", '{"cmd": "ls"}'],
    ]);
  });

  test("the JSON form of its family", () => {
    expect(read('<tool_call>\n{"name": "exec_command", "arguments": {"cmd": "ls"}}\n</tool_call>')).toEqual([
      ["exec_command", '{"cmd": "ls"}'],
    ]);
  });

  test("a call that is cut off, which stays incomplete", () => {
    expect(read("<tool_call>\n<function=exec_command>\n<parameter=cmd>\nls -")).toEqual([
      ["exec_command", '{"cmd": "ls -'],
    ]);
  });
});

test.each([
  "Write <function=name> to call.",
  "<function=exec_command",
  "<tool_call>\n<function=exec_command>",
])("%s is text", (output) => {
  expect(read(output)).toEqual([["text", output]]);
});
