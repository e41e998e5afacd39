import type { ModelInfo, PromptLink } from "@flint/engine";
import type { CreateRequest } from "@flint/protocol";
import { expect, test } from "vitest";
import { whyUncallable } from "./uncallable.ts";

const hosted = [{ type: "web_search" }, { type: "file_search" }];
const run = { type: "function" as const, name: "run" };
const added = { type: "additional_tools", tools: [run] } as CreateRequest["input"][number];

function model(capabilities: Partial<ModelInfo["capabilities"]> = {}): ModelInfo {
  return {
    ...{ id: "story", contextLength: 1_000, created: 0, ownedBy: "test" },
    capabilities: { tools: true, reasoning: true, ...capabilities },
  };
}

function refusal(request: Partial<CreateRequest>, known = model(), tip: PromptLink | null = null) {
  const asked: CreateRequest = { input: [], tools: hosted, tool_choice: "required", ...request };
  return whyUncallable(asked, { model: known, tip });
}

test("a call cannot be required if only hosted tools are declared that nobody runs", () => {
  expect(refusal({})).toMatchObject({
    status: 400,
    code: "tool_not_found",
    param: "tool_choice",
    message: expect.stringContaining("(web_search, file_search), which nobody runs for story"),
  });
  const allowed = { type: "allowed_tools", mode: "required", tools: hosted };
  expect(refusal({ tool_choice: allowed })?.code).toBe("tool_not_found");
  const empty = { type: "namespace" as const, name: "legs", description: "", tools: [] };
  expect(refusal({ tools: [...hosted, empty] })?.code).toBe("tool_not_found");
});

test("a call can be required if the client, the server or the conversation provides a tool", () => {
  expect(refusal({ tools: [...hosted, run] })).toBeNull();
  const legs = { type: "namespace" as const, name: "legs", description: "", tools: [run] };
  expect(refusal({ tools: [...hosted, legs] })).toBeNull();
  expect(refusal({}, model({ hostedTools: true }))).toBeNull();
  expect(refusal({ input: [added] })).toBeNull();
  const tip = { parent: { parent: null, items: [added] }, items: [] };
  expect(refusal({}, model(), tip)).toBeNull();
});

test("only required calls are checked, and only for models that take tools", () => {
  for (const tool_choice of ["auto", "none", undefined] as const) {
    const { tool_choice: _, ...rest } = { tool_choice, tools: hosted, input: [] };
    const request = tool_choice === undefined ? rest : { ...rest, tool_choice };
    expect(whyUncallable(request, { model: model(), tip: null })).toBeNull();
  }
  expect(refusal({}, model({ tools: false }))).toBeNull();
});
