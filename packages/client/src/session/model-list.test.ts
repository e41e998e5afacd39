import { expect, test } from "vitest";
import { withContextLengths } from "./model-list.ts";

const data = [
  { id: "a", object: "model", created: 1, owned_by: "x" },
  { id: "b", object: "model", created: 1, owned_by: "x" },
] as const;

test("a model has the context length that the server reports for it", () => {
  const [a, b] = withContextLengths({ data, models: [{ slug: "b", context_window: 8192 }] });
  expect(a).not.toHaveProperty("contextLength");
  expect(b).toEqual({ ...data[1], contextLength: 8192 });
});

test("missing or invalid context lengths leave the models unchanged", () => {
  expect(withContextLengths({ data })).toEqual(data);
  expect(withContextLengths({ data, models: [{ slug: "a", context_window: "much" }] })).toEqual(data);
});
