import fc from "fast-check";
import { expect, test } from "vitest";
import { response } from "../conformance/response.fixture.ts";
import { events } from "../events/index.ts";
import type { ResponseObject } from "../schema/index.ts";
import { deltaEncoder, lifecycleEncoder } from "./index.ts";

/** The response without what {@link lifecycleEncoder} takes from its events. */
const { id, object, created_at, completed_at, status, model, output, usage, ...rest } = response;
const { error, incomplete_details, previous_response_id, flint, ...echo } = rest;

test("lifecycle events are encoded exactly, whichever fields of the response change", () => {
  const { flint, ...begun } = response;
  const running: ResponseObject = { ...begun, status: "in_progress", output: [], usage: null };
  const failed: ResponseObject = { ...response, error: { code: "server_error", message: 'a "fault"' } };
  const encode = lifecycleEncoder(echo);
  for (const event of [
    events.created(running),
    events.inProgress(running),
    events.completed(response),
    events.failed(failed),
  ]) {
    const numbered = { ...event, sequence_number: 7 };
    expect(JSON.parse(encode(numbered))).toEqual(numbered);
  }
  const whole = { ...events.completed(response), sequence_number: 3 };
  expect(encode(whole)).toBe(JSON.stringify(whole));
});

test("tools are encoded in the right place, even if other fields contain the same text", () => {
  const instructions = 'before "tools":[] and \\"tools\\":[] and after';
  const tool_choice = { type: "allowed_tools", mode: "auto", tools: [] };
  for (const tools of [[], response.tools, [{ type: "web_search" }]]) {
    const own = { instructions, tools, tool_choice };
    const whole = { ...events.completed({ ...response, ...own }), sequence_number: 0 };
    for (let again = 0; again < 2; again++) {
      expect(lifecycleEncoder({ ...echo, ...own })(whole)).toBe(JSON.stringify(whole));
    }
  }
});

test.each([
  ["text", (text: string) => events.outputTextDelta("msg_1", 1, 0, text)],
  ["refusal", (text: string) => events.refusalDelta("msg_1", 0, 0, text)],
  ["reasoning", (text: string) => events.reasoningTextDelta("rs_1", 0, 0, text)],
  ["arguments", (text: string) => events.functionCallArgumentsDelta("fc_1", 2, text)],
  ["a tool's input", (text: string) => events.customToolCallInputDelta("ctc_1", 3, text)],
])("a delta of %s is encoded exactly, with any text", (_, event) => {
  const encode = deltaEncoder(event(""));
  const unit = fc.constantFrom("a", '"', "\\", "\n", "\u2028", "\ud800", "π", "$&");
  fc.assert(
    fc.property(fc.string({ unit }), fc.nat(), (text, sequence_number) => {
      const numbered = { ...event(text), sequence_number };
      expect(encode(numbered)).toBe(JSON.stringify(numbered));
    }),
  );
});
