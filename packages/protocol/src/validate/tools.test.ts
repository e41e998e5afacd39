import { describe, expect, test } from "vitest";
import { parseCreateRequest } from "./index.ts";

function refusal(body: object) {
  const result = parseCreateRequest(body);
  if (result.ok) throw new Error("expected a refusal");
  const { code, param, message } = result.error;
  return { code, param, message };
}

function accepted(body: object): void {
  const result = parseCreateRequest(body);
  if (!result.ok) throw result.error;
}

describe("a tool_choice by name", () => {
  const run = { type: "function", name: "run" };
  const choice = { type: "function", name: "walk" };

  test("is refused if no such tool is declared", () => {
    expect(refusal({ input: "", tools: [run], tool_choice: choice })).toEqual({
      code: "tool_not_found",
      param: "tool_choice",
      message: "`tool_choice`: no tool `walk` is declared in `tools`, there are: run",
    });
    expect(refusal({ input: "", tool_choice: choice }).message).toContain("there are none");
  });

  test.each([
    ["function", "custom"],
    ["custom", "function"],
  ])("is refused if the tool is a %s but is chosen as a %s", (kind, other) => {
    const tools = [{ type: kind, name: "walk" }];
    const refused = {
      code: "tool_not_found",
      param: "tool_choice",
      message: `\`tool_choice\`: \`tools\` declares \`walk\` as \`${kind}\`, not as \`${other}\`: choose it by that type`,
    };
    const wrong = { type: other, name: "walk" };
    expect(refusal({ input: "", tools, tool_choice: wrong })).toEqual(refused);
    const inNamespace = [{ type: "namespace", name: "legs", tools }];
    expect(refusal({ input: "", tools: inNamespace, tool_choice: wrong })).toEqual(refused);
    const allowed = { type: "allowed_tools", mode: "auto", tools: [wrong] };
    expect(refusal({ input: "", tools, tool_choice: allowed })).toEqual(refused);
    accepted({ input: "", tools, tool_choice: { type: kind, name: "walk" } });
    accepted({ input: "", tools: [...tools, wrong], tool_choice: wrong });
  });

  test("accepts tools in namespaces, added by the input, or possibly from an earlier response", () => {
    const tools = [{ type: "namespace", name: "legs", tools: [{ type: "function", name: "walk" }] }];
    const additional = [{ type: "additional_tools", tools }];
    accepted({ input: "", tools, tool_choice: choice });
    accepted({ input: additional, tool_choice: choice });
    accepted({ input: "", previous_response_id: "resp_1", tool_choice: choice });
  });
});

describe("a tool_choice of allowed_tools", () => {
  const run = { type: "function", name: "run" };
  const allowed = (...tools: object[]) => ({ type: "allowed_tools", mode: "auto", tools });

  test("is refused if one of its tools is not declared", () => {
    const tool_choice = allowed(run, { type: "function", name: "walk" });
    expect(refusal({ input: "", tools: [run], tool_choice })).toMatchObject({
      code: "tool_not_found",
      message: "`tool_choice`: no tool `walk` is declared in `tools`, there are: run",
    });
  });

  test("may name hosted tools, namespaces and tools in namespaces", () => {
    const tools = [{ type: "namespace", name: "legs", tools: [run] }, { type: "web_search" }];
    accepted({ input: "", tools, tool_choice: allowed(run, { type: "web_search" }) });
    accepted({ input: "", tools, tool_choice: allowed({ type: "namespace", name: "legs" }) });
  });
});

test('tool_choice "required" is refused unless a tool is declared or may come from the conversation', () => {
  const tools = [{ type: "function", name: "run" }];
  expect(refusal({ input: "", tool_choice: "required" })).toEqual({
    code: "tool_not_found",
    param: "tool_choice",
    message: "`tool_choice`: `required` asks for a call, and no tool is declared in `tools`",
  });
  expect(refusal({ input: "", tools: [], tool_choice: "required" }).code).toBe("tool_not_found");
  accepted({ input: "", tools, tool_choice: "required" });
  accepted({ input: "", tools: [{ type: "web_search" }], tool_choice: "required" });
  accepted({ input: [{ type: "additional_tools", tools }], tool_choice: "required" });
  accepted({ input: "", previous_response_id: "resp_1", tool_choice: "required" });
  accepted({ input: "", tool_choice: "auto" });
});

test("tools in the input are limited, in all items together and in a namespace", () => {
  const tools = (count: number) => Array.from({ length: count }, () => ({ type: "function", name: "run" }));
  const added = (...lists: object[][]) => lists.map((list) => ({ type: "additional_tools", tools: list }));
  accepted({ input: added(tools(1_000), tools(24)) });
  expect(refusal({ input: added(tools(1_000), tools(25)) })).toMatchObject({
    code: "array_above_max_length",
    param: "input[1].tools",
    message: "`input[1].tools`: expected at most 1024 tools, got 1025",
  });
  const namespace = { type: "namespace", name: "legs", tools: tools(1_025) };
  expect(refusal({ input: added([namespace]) }).param).toBe("input[0].tools[0].tools");
});
