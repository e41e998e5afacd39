import fc from "fast-check";
import { expect, test } from "vitest";
import { response } from "../conformance/response.fixture.ts";
import { events } from "../events/index.ts";
import type { ResponseObject } from "../schema/index.ts";
import { deltaEncoder, lifecycleEncoder } from "./index.ts";

test("a response's lifecycle events are encoded as they are, whatever changes on the way", () => {
  const { flint, ...begun } = response;
  const running: ResponseObject = { ...begun, status: "in_progress", output: [], usage: null };
  const failed: ResponseObject = { ...response, error: { code: "server_error", message: 'a "fault"' } };
  const course = [
    events.created(running),
    events.inProgress(running),
    events.completed(response),
    events.failed(failed),
  ];
  const encode = lifecycleEncoder();
  for (const [at, event] of course.entries()) {
    const numbered = { ...event, sequence_number: at };
    expect(encode(numbered)).toBe(JSON.stringify(numbered));
  }
});

test.each([
  ["text", (text: string) => events.outputTextDelta("msg_1", 1, 0, text)],
  ["reasoning", (text: string) => events.reasoningTextDelta("rs_1", 0, 0, text)],
  ["arguments", (text: string) => events.functionCallArgumentsDelta("fc_1", 2, text)],
  ["a tool's input", (text: string) => events.customToolCallInputDelta("ctc_1", 3, text)],
])("a delta of %s is encoded as it is, whatever it says", (_, event) => {
  const encode = deltaEncoder(event(""));
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, sequence_number) => {
      const numbered = { ...event(text), sequence_number };
      expect(encode(numbered)).toBe(JSON.stringify(numbered));
    }),
  );
});
