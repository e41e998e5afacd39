import { expect, test } from "vitest";
import { RefusedFields } from "./refused-fields.ts";

const name = (path: string) => ({ path, by: "name" }) as const;
const value = (path: string) => ({ path, by: "value" }) as const;

test("a field that a model does not know is left out of that model's requests only", () => {
  const refused = new RefusedFields();
  expect(refused.add("m", name("seed"), { seed: 1 })).toBe(true);
  expect(refused.without("m", { seed: 2, top_p: 1 })).toEqual({ top_p: 1 });
  expect(refused.without("n", { seed: 2 })).toEqual({ seed: 2 });
});

test("a refused value is left out, and other values are sent", () => {
  const refused = new RefusedFields();
  expect(refused.add("m", value("reasoning.effort"), { reasoning: { effort: "xhigh" } })).toBe(true);
  expect(refused.without("m", { reasoning: { effort: "xhigh" } })).toEqual({});
  expect(refused.without("m", { reasoning: { effort: "low" } })).toEqual({ reasoning: { effort: "low" } });
});

test("a constraint on the answer is never left out for its value, or for something within it", () => {
  const refused = new RefusedFields();
  const body = { response_format: {}, text: { format: {} }, tool_choice: {}, max_tokens: 9 };
  for (const path of ["response_format", "text.format.schema", "tool_choice", "max_tokens"])
    expect(refused.add("m", value(path), body)).toBe(false);
  expect(refused.add("m", name("text.format.schema"), body)).toBe(false);
  expect(refused.add("m", name("tool_choice"), body)).toBe(true);
  expect(refused.without("m", body)).toEqual({ response_format: {}, text: { format: {} }, max_tokens: 9 });
});

test("leaving out a verbosity keeps the format beside it", () => {
  const refused = new RefusedFields();
  const text = { format: { type: "json_object" }, verbosity: "low" };
  expect(refused.add("m", value("text.verbosity"), { text })).toBe(true);
  expect(refused.without("m", { text })).toEqual({ text: { format: { type: "json_object" } } });
  expect(refused.without("m", { text: { verbosity: "low" } })).toEqual({});
  expect(refused.without("m", { text: { verbosity: "high" } })).toEqual({ text: { verbosity: "high" } });
});

test("a refused token limit is sent under its other name, unless that was refused too", () => {
  const refused = new RefusedFields();
  expect(refused.add("m", name("max_tokens"), { max_tokens: 9 })).toBe(true);
  expect(refused.without("m", { max_tokens: 9 })).toEqual({ max_completion_tokens: 9 });
  expect(refused.add("m", name("max_completion_tokens"), { max_completion_tokens: 9 })).toBe(false);
});

test("all requests that were sent before the first refusal are sent again", () => {
  const refused = new RefusedFields();
  expect(refused.add("m", value("temperature"), { temperature: 0 })).toBe(true);
  expect(refused.add("m", value("temperature"), { temperature: 0 })).toBe(true);
  expect(refused.add("m", value("temperature"), {})).toBe(false);
});

test("a refusal expires", () => {
  const refused = new RefusedFields(0);
  refused.add("m", name("seed"), { seed: 1 });
  expect(refused.without("m", { seed: 1 })).toEqual({ seed: 1 });
});
