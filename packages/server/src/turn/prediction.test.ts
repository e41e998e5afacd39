import type { PromptItem, PromptLink } from "@flint/engine";
import { expect, it } from "vitest";
import { predictionFor } from "./prediction.ts";

function user(...texts: string[]): PromptItem {
  return { role: "user", content: texts.map((text) => ({ type: "input_text", text })) };
}

function chain(...links: PromptItem[][]): PromptLink {
  let tip: PromptLink = { parent: null, items: [] };
  for (const items of links) tip = { parent: tip, items };
  return tip;
}

it("uses a given text as it is, even an empty one, and searches for one if none is given", () => {
  const tip = chain([user("```\ncode\n```")]);
  expect(predictionFor(tip, "the code")).toBe("the code");
  expect(predictionFor(tip, "")).toBe("");
  expect(predictionFor(tip, undefined)).toBe("code\n");
});

it("finds the first fenced block of the latest user message that has one", () => {
  const tip = chain(
    [user("```js\nold()\n```")],
    [user("```js\nconst a = 1;\nconst b = 2;\n```", "```\nnot this\n```")],
    [user("and make it quick")],
  );
  expect(predictionFor(tip, "auto")).toBe("const a = 1;\nconst b = 2;\n");
});

it("handles a longer fence, and a plain string as a message", () => {
  const tip = chain([{ role: "user", content: "````md\n```js\nx\n```\n````\nmake it short" }]);
  expect(predictionFor(tip, "auto")).toBe("```js\nx\n```\n");
});

it("ignores code of other roles, unclosed blocks and messages without code", () => {
  expect(predictionFor(chain([{ role: "developer", content: "```\nx\n```" }]), "auto")).toBeUndefined();
  expect(predictionFor(chain([user("```js\nopen")]), "auto")).toBeUndefined();
  expect(predictionFor(chain([user("no code")]), "auto")).toBeUndefined();
});
