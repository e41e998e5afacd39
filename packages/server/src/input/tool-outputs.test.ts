import type { PromptItem, PromptLink } from "@flint/engine";
import { expect, test } from "vitest";
import { whyCallWithoutOutput, whyOutputWithoutCall } from "./tool-outputs.ts";

const call = (id: string): PromptItem => ({
  type: "function_call",
  id: `fc_${id}`,
  call_id: id,
  name: "run",
  arguments: "{}",
  status: "completed",
});
const output = (id: string): PromptItem => ({ type: "function_call_output", call_id: id, output: "" });
const said: PromptItem = { role: "user", content: "hello" };

/** Items that count how often their type is read. */
function counted(items: readonly PromptItem[]): { items: PromptItem[]; reads: () => number } {
  let reads = 0;
  const count = (item: PromptItem) =>
    new Proxy(item, {
      get(target, field) {
        if (field === "type") reads++;
        return Reflect.get(target, field);
      },
    });
  return { items: items.map(count), reads: () => reads };
}

test("an output's call is found in the input before it and in the conversation", () => {
  const tip: PromptLink = { parent: { parent: null, items: [call("a"), said] }, items: [said] };
  expect(whyOutputWithoutCall([output("a"), call("b"), output("b")], tip)).toBeNull();
  expect(whyOutputWithoutCall([call("b"), output("b"), output("a")], null)?.param).toBe("input[2].call_id");
});

test("an output whose call comes later or is of another kind is refused, and the first one is named", () => {
  const custom: PromptItem = { type: "custom_tool_call_output", call_id: "a", output: "" };
  const tip: PromptLink = { parent: null, items: [call("a")] };
  expect(whyOutputWithoutCall([output("b"), custom, call("b")], tip)?.param).toBe("input[0].call_id");
  expect(whyOutputWithoutCall([call("b"), output("b"), custom], tip)?.param).toBe("input[2].call_id");
});

const reasoning: PromptItem = { type: "reasoning", id: "rs_1", summary: [] };
const applied: PromptItem = { type: "custom_tool_call", id: "ctc_c", call_id: "c", name: "apply", input: "" };
const appliedOutput: PromptItem = { type: "custom_tool_call_output", call_id: "c", output: "" };

test("the calls of the last answer need all of their outputs, or none", () => {
  const asked: PromptLink = { parent: null, items: [said] };
  const tip: PromptLink = { parent: asked, items: [reasoning, call("a"), call("b"), applied] };
  expect(whyCallWithoutOutput([output("b"), output("a"), appliedOutput, said], tip)).toBeNull();
  expect(whyCallWithoutOutput([said], tip)).toBeNull();
  expect(whyCallWithoutOutput([], tip)).toBeNull();
  expect(whyCallWithoutOutput([output("a"), output("b"), output("a"), appliedOutput], tip)).toBeNull();
  expect(whyCallWithoutOutput([output("a"), appliedOutput], tip)).toMatchObject({
    status: 400,
    code: "tool_output_not_found",
    param: "input",
    message: expect.stringContaining("No tool output found for function call b"),
  });
  expect(whyCallWithoutOutput([output("a"), output("b")], tip)?.message).toContain("custom tool call c");
});

test("only the calls of the last answer need outputs", () => {
  const answered: PromptLink = { parent: null, items: [said, call("a"), call("b"), output("b")] };
  expect(whyCallWithoutOutput([output("a")], answered)).toBeNull();
  const goneOn: PromptLink = { parent: { parent: answered, items: [said] }, items: [call("d")] };
  expect(whyCallWithoutOutput([output("d")], goneOn)).toBeNull();
  const apart: PromptLink = { parent: { parent: answered, items: [call("d")] }, items: [call("e")] };
  expect(whyCallWithoutOutput([output("d")], apart)).toBeNull();
  expect(whyCallWithoutOutput([output("e")], apart)).toBeNull();
  expect(whyCallWithoutOutput([call("x"), call("y"), output("x")], null)).toBeNull();
});

test("thousands of outputs are checked in one walk of the conversation", () => {
  const many = 3_000;
  const history = counted([call("root"), ...Array<PromptItem>(many).fill(said)]);
  let tip: PromptLink | null = null;
  for (let at = 0; at < history.items.length; at += 100) {
    tip = { parent: tip, items: history.items.slice(at, at + 100) };
  }
  const outputs = Array.from({ length: many }, (_, at) => output(at % 2 === 0 ? "root" : "here"));
  const input = counted([call("here"), ...outputs]);
  expect(whyOutputWithoutCall(input.items, tip)).toBeNull();
  const perItem = 8;
  expect(history.reads()).toBeLessThan(perItem * many);
  expect(input.reads()).toBeLessThan(perItem * many);
});
