import { expect, test } from "vitest";
import { modelsIn } from "./model-list.ts";

const READING = { preset: "openai", api: "responses", contextLength: 1_000 } as const;

test("what is no name of a model, or too long for one, is passed over", () => {
  const data = [{ id: "small" }, { id: "" }, { id: 5 }, {}, null, { id: "x".repeat(257) }];
  expect(modelsIn({ data }, READING).map(({ info }) => info.id)).toEqual(["small"]);
});

test.each([
  ["responses", true],
  ["chat", false],
] as const)("whether hosted tools are handed on is a matter of the API: %s", (api, hostedTools) => {
  const [listed] = modelsIn({ data: [{ id: "small" }] }, { ...READING, api });
  expect(listed?.info.capabilities).toEqual({ tools: true, reasoning: true, hostedTools });
});
