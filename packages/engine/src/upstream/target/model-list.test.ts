import { expect, test } from "vitest";
import { modelsIn } from "./model-list.ts";

const READING = { preset: "openai", api: "responses", contextLength: 1_000 } as const;

test("entries without a valid model name, or with too long a one, are ignored", () => {
  const data = [{ id: "small" }, { id: "" }, { id: 5 }, {}, null, { id: "x".repeat(257) }];
  expect(modelsIn({ data }, READING).map(({ info }) => info.id)).toEqual(["small"]);
});

test.each([
  ["responses", true],
  ["chat", false],
] as const)("whether hosted tools are supported depends on the API: %s", (api, hostedTools) => {
  const [listed] = modelsIn({ data: [{ id: "small" }] }, { ...READING, api });
  expect(listed?.info.capabilities).toEqual({ tools: true, reasoning: true, hostedTools });
});
