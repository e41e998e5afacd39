import { expect, test } from "vitest";
import { events } from "../events/index.ts";
import { decodeServerFrame, encodeFrame } from "./index.ts";

test("a frame is unchanged after encoding and decoding", () => {
  const frame = { ...events.outputTextDelta("msg_1", 0, 0, "π\n"), sequence_number: 4, stream_id: "edit" };
  expect(decodeServerFrame(encodeFrame(frame))).toEqual(frame);
});

test("a frame of an unknown type is decoded unchanged", () => {
  expect(decodeServerFrame('{"type":"codex.rate_limits","plan_type":"x"}')).toEqual({
    type: "codex.rate_limits",
    plan_type: "x",
  });
});

test.each(["", "hello", "null", "5", "[]", "{}", '{"type":5}'])("%j is not decoded as a frame", (text) => {
  expect(decodeServerFrame(text)).toBeNull();
});
