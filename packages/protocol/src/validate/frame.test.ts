import { describe, expect, test } from "vitest";
import { parseClientFrame } from "./index.ts";

function parse(frame: unknown, limits = {}) {
  return parseClientFrame(JSON.stringify(frame), limits);
}

function refusal(frame: unknown, limits = {}) {
  const result = parse(frame, limits);
  if (result.ok) throw new Error("expected a refusal");
  const { error, streamId, steer } = result;
  return { code: error.code, param: error.param, message: error.message, streamId, steer };
}

describe("response.create", () => {
  test("keeps its lane, its warm-up flag and stream", () => {
    const frame = { type: "response.create", stream_id: "a.b-c_1", generate: false, stream: true, input: [] };
    expect(parse(frame)).toEqual({ ok: true, frame });
  });

  test("reports an error on its lane", () => {
    expect(refusal({ type: "response.create", stream_id: "edit" })).toMatchObject({
      code: "missing_required_parameter",
      param: "input",
      streamId: "edit",
    });
  });

  test.each(["", "a b", "é", "x".repeat(257), 5, null])("is refused with %j as its lane", (stream_id) => {
    const { code, param, streamId } = refusal({ type: "response.create", stream_id, input: "" });
    expect({ code, param, streamId }).toEqual({
      code: "invalid_stream_id",
      param: "stream_id",
      streamId: undefined,
    });
  });

  test("is refused with generate other than true or false", () => {
    expect(refusal({ type: "response.create", input: "", generate: "no" }).param).toBe("generate");
  });
});

describe("response.resume", () => {
  const resume = { type: "response.resume", response_id: "resp_1" };

  test("accepts a response, the last number that arrived, and a lane", () => {
    expect(parse(resume)).toEqual({ ok: true, frame: resume });
    const full = { ...resume, starting_after: 7, stream_id: "edit" };
    expect(parse(full)).toEqual({ ok: true, frame: full });
    expect(parse({ ...resume, starting_after: -1 }).ok).toBe(true);
  });

  test.each([
    [{ response_id: undefined }, "missing_required_parameter", "response_id"],
    [{ response_id: 5 }, "invalid_type", "response_id"],
    [{ starting_after: "7" }, "invalid_type", "starting_after"],
    [{ starting_after: 1.5 }, "invalid_type", "starting_after"],
    [{ starting_after: -2 }, "invalid_type", "starting_after"],
    [{ stream_id: "a b" }, "invalid_stream_id", "stream_id"],
  ])("is refused with %j", (fields, code, param) => {
    expect(refusal({ ...resume, ...fields })).toMatchObject({ code, param });
  });
});

describe("response.steer", () => {
  const steer = { type: "response.steer", previous_response_id: "resp_1" };

  test("accepts text or user messages", () => {
    const message = { type: "message", role: "user", content: [{ type: "input_text", text: "use a loop" }] };
    expect(parse({ ...steer, input: "use a loop" })).toEqual({
      ok: true,
      frame: { ...steer, input: [message] },
    });
    expect(parse({ ...steer, input: [message] })).toEqual({
      ok: true,
      frame: { ...steer, input: [message] },
    });
    expect(parse({ ...steer, input: [{ role: "user", content: "x" }] }).ok).toBe(true);
  });

  test.each([
    [{ input: [] }, "input"],
    [{ input: "" }, "input"],
    [{}, "input"],
    [{ input: [{ role: "system", content: "x" }] }, "input[0].role"],
    [{ input: [{ role: "user", content: "x", id: "msg_1" }] }, "input[0].id"],
    [{ input: [{ type: "function_call_output", call_id: "c", output: "" }] }, "input[0].type"],
    [{ input: [{ role: "user", content: [{ type: "output_text", text: "" }] }] }, "input[0].content[0].type"],
    [{ input: "x", stream_id: "edit" }, "stream_id"],
    [{ input: "x", instructions: "y" }, "instructions"],
    [{ input: [null] }, "input[0]"],
  ])("is refused with %j, and the refusal carries the steer's input", (fields, param) => {
    const given: { input?: unknown } = fields;
    const { code, param: place, steer: returned } = refusal({ ...steer, ...fields });
    expect({ code, place }).toEqual({ code: "invalid_input", place: param });
    expect(returned?.previous_response_id).toBe("resp_1");
    if (Array.isArray(given.input)) expect(returned?.input).toEqual(given.input);
  });

  test("is refused without a target, with no steer to return", () => {
    expect(refusal({ type: "response.steer", input: "x" })).toMatchObject({
      code: "missing_required_parameter",
      param: "previous_response_id",
      steer: undefined,
    });
  });

  test("does not return input nested past the limit", () => {
    const deep = JSON.parse(`${"[".repeat(100)}${"]".repeat(100)}`);
    const { code, steer: returned } = refusal({ ...steer, input: deep });
    expect({ code, input: returned?.input }).toEqual({ code: "invalid_input", input: [] });
  });
});

test("response.interrupt requires a response's id, and accepts a mode", () => {
  const frame = { type: "response.interrupt", response_id: "resp_1", mode: "discard_partial_items" };
  expect(parse(frame)).toEqual({ ok: true, frame });
  expect(refusal({ type: "response.interrupt" })).toMatchObject({
    code: "missing_required_parameter",
    param: "response_id",
  });
});

describe("a frame is refused for", () => {
  test.each([
    [{ type: "response.inject" }, "unknown_frame_type", "type"],
    [{ type: "toString" }, "unknown_frame_type", "type"],
    [{}, "missing_required_parameter", "type"],
    [{ type: 5 }, "invalid_type", "type"],
    [[], "invalid_type", null],
    [null, "invalid_type", null],
  ])("%j", (frame, code, param) => {
    expect(refusal(frame)).toMatchObject({ code, param });
  });

  test("text that is not JSON", () => {
    const result = parseClientFrame("{");
    expect(result.ok ? null : result.error.code).toBe("invalid_json");
  });

  test("an unknown type, with the list of known ones, on its lane", () => {
    expect(refusal({ type: "response.inject", stream_id: "edit" })).toMatchObject({
      message:
        '`type`: expected one of `response.create`, `response.steer`, `response.interrupt`, `response.resume`, got "response.inject"',
      streamId: "edit",
    });
  });
});
