import type { Tool } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import { ToolSet } from "./tool-set.ts";

const fn = (name: string) => ({ type: "function" as const, name });
const space = (name: string, ...tools: ReturnType<typeof fn>[]): Tool => ({ type: "namespace", name, tools });

describe("the names under which tools are offered", () => {
  test("begin with their namespace, except for the namespace `functions`", () => {
    const tools = new ToolSet([fn("a"), space("web", fn("find")), space("functions", fn("exec"))], ".");
    expect(tools.offered.map(({ name }) => name)).toEqual(["a", "web.find", "exec"]);
    expect(tools.find("exec")?.origin).toEqual({ type: "function", name: "exec", namespace: "functions" });
  });

  test("use the family's separator", () => {
    expect(new ToolSet([space("web", fn("find"))], "__").offered[0]?.name).toBe("web__find");
  });

  test("are unique, whatever the client calls its tools", () => {
    const tools = new ToolSet([fn("web.find"), space("web", fn("find"))], ".");
    expect(tools.offered.map(({ name }) => name)).toEqual(["web.find", "web.find_2"]);
    expect(tools.nameOf("find", "web")).toBe("web.find_2");
  });

  test("are unique for very many tools of the same name", () => {
    const count = 40_000;
    const tools = new ToolSet(
      Array.from({ length: count }, () => fn("a")),
      ".",
    );
    expect(tools.offered.at(-1)?.name).toBe(`a_${count}`);
    const asked = new Set(Array.from({ length: count }, () => tools.nameOf("a")));
    expect([...asked]).toEqual(["a"]);
  });

  test("leave out tools that the client does not run", () => {
    expect(new ToolSet([{ type: "web_search" }, { type: "tool_search" }], ".").size).toBe(0);
  });
});

describe("the tool that a model means by a name", () => {
  const tools = new ToolSet(
    [fn("a"), space("web", fn("find")), space("fs", fn("read")), space("db", fn("read"))],
    "__",
  );

  test.each([
    ["web__find", "web"],
    ["web.find", "web"],
    ["functions.web__find", "web"],
    ["find", "web"],
    ["fs.read", "fs"],
  ])("%s", (name, namespace) => {
    expect(tools.find(name)?.origin.namespace).toBe(namespace);
  });

  test("is null if the name is unknown or ambiguous", () => {
    expect(tools.find("b")).toBeNull();
    expect(tools.find("read")).toBeNull();
  });
});

test("a tool that is no longer offered keeps its name in the history", () => {
  expect(new ToolSet([], ".").nameOf("find", "web")).toBe("web.find");
});

describe("a custom tool is offered as a function with one text parameter", () => {
  const offer = (tool: Tool) => new ToolSet([tool], ".").offered[0];

  test("whose description includes the grammar", () => {
    const format = { type: "grammar" as const, syntax: "lark" as const, definition: "start: /x+/" };
    expect(offer({ type: "custom", name: "xs", description: "Takes x.", format })).toMatchObject({
      description:
        "Takes x.\n\nThe tool takes plain text: give it as `input`. It must match this Lark grammar:\nstart: /x+/",
      parameters: { required: ["input"], properties: { input: { type: "string" } } },
      origin: { type: "custom", name: "xs" },
    });
  });

  test("whose description explains a patch, instead of words for models that write raw text", () => {
    const description = offer({
      type: "custom",
      name: "apply_patch",
      description: "Do not use JSON.",
    })?.description;
    expect(description).toContain("*** Update File: ");
    expect(description).not.toContain("JSON");
  });
});
