import type { Tool, ToolChoice } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import type { Prompt, PromptItem } from "../../contract/index.ts";
import { allowedTools, choiceRule } from "./tool-choice.ts";
import { ToolSet } from "./tool-set.ts";

const TOOLS: readonly Tool[] = [
  { type: "function", name: "a" },
  { type: "custom", name: "b" },
];

const prompt = (rest: Partial<Prompt>, items: readonly PromptItem[] = []): Prompt => ({
  tip: { parent: null, items },
  instructions: null,
  tools: TOOLS,
  ...rest,
});
const allowed = (rest: Partial<Prompt>, items: readonly PromptItem[] = []) =>
  allowedTools(prompt(rest), items).map((tool) => ("name" in tool ? tool.name : tool.type));
const rule = (rest: Partial<Prompt>) => choiceRule(prompt(rest), new ToolSet(TOOLS, "."));

describe("the tools allowed for an answer", () => {
  test("are all, none, or those that the choice lists", () => {
    const listed = { type: "allowed_tools", mode: "required", tools: [{ type: "custom", name: "b" }] };
    expect(allowed({})).toEqual(["a", "b"]);
    expect(allowed({ toolChoice: "none" })).toEqual([]);
    expect(allowed({ toolChoice: listed })).toEqual(["b"]);
  });

  test("may come from the conversation, except for entries that are not valid tools", () => {
    const tools = [{ type: "function", name: "c" }, { type: "namespace", name: "d" }, { name: 5 }, null];
    const item: PromptItem & { tools: unknown } = { type: "additional_tools", tools };
    expect(allowed({}, [item])).toEqual(["a", "b", "c"]);
  });
});

describe("the prompt's rule about the tool choice", () => {
  test.each<[ToolChoice | undefined, RegExp]>([
    ["required", /^Answer with a call of a tool\.$/],
    [{ type: "function", name: "a" }, /tool a,/],
    [{ type: "custom", name: "b" }, /tool b,/],
    [{ type: "allowed_tools", mode: "required", tools: [] } as ToolChoice, /a call of a tool/],
  ])("%j", (toolChoice, expected) => {
    expect(rule(toolChoice === undefined ? {} : { toolChoice })).toMatch(expected);
  });

  test("is left out if the choice is free or there are no tools", () => {
    expect(rule({ toolChoice: "auto", parallelToolCalls: true })).toBeNull();
    expect(rule({})).toBeNull();
    expect(choiceRule(prompt({ toolChoice: "required" }), new ToolSet([], "."))).toBeNull();
  });

  test("limits an answer to one call without parallel calls", () => {
    expect(rule({ parallelToolCalls: false })).toBe("Call no more than one tool in an answer.");
  });
});
