import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApiError, errorTable } from "../error/index.ts";
import { encodeSse, SseDecoder, type SseMessage } from "./index.ts";

function decode(...pieces: string[]): SseMessage[] {
  const decoder = new SseDecoder();
  return pieces.flatMap((piece) => decoder.push(piece));
}

describe("encoding", () => {
  test("names the event and carries it as data", () => {
    expect(encodeSse({ type: "keepalive" })).toBe('event: keepalive\ndata: {"type":"keepalive"}\n\n');
  });

  test("does not let a line break in a type begin another message", () => {
    const text = encodeSse({ type: "a\r\n\ndata: forged\n\n" });
    expect(decode(text)).toHaveLength(1);
  });
});

describe("decoding", () => {
  test("accepts LF, CRLF and CR, even split between pieces", () => {
    const wanted = [{ event: "a", data: "1" }];
    expect(decode("event: a\ndata: 1\n\n")).toEqual(wanted);
    expect(decode("event: a\r\ndata: 1\r\n\r\n")).toEqual(wanted);
    expect(decode("event: a\rdata: 1\r\r")).toEqual(wanted);
    expect(decode("event: a\r", "\ndata: 1\r", "\n\r", "\n")).toEqual(wanted);
  });

  test("joins data lines, skips comments and unknown fields, and accepts data without a space", () => {
    expect(decode(": hi\nid: 7\nretry: 1\ndata:a\ndata: b\ndata\n\n")).toEqual([
      { event: "message", data: "a\nb\n" },
    ]);
  });

  test("skips a byte order mark", () => {
    expect(decode("\uFEFFdata: a\n\n")).toEqual([{ event: "message", data: "a" }]);
  });

  test("skips a message without data and one that is cut short", () => {
    expect(decode("event: a\n\ndata: cut\n")).toEqual([]);
  });

  test("ends the stream at [DONE]", () => {
    const decoder = new SseDecoder();
    expect(decoder.push("data: a\n\ndata: [DONE]\n\ndata: b\n\n")).toEqual([{ event: "message", data: "a" }]);
    expect(decoder.done).toBe(true);
    expect(decoder.push("data: c\n\n")).toEqual([]);
  });

  test.each([
    ["one endless line", ["data: 123", "4567", "89"]],
    ["endless data lines", ["data: 1234\n", "data: 5678\n", "data: 9\n"]],
    ["a long line in one piece", ["data: 0123456789\n\n"]],
  ])("refuses %s", (_, pieces) => {
    const decoder = new SseDecoder({ maxMessageLength: 10 });
    expect(() => pieces.flatMap((piece) => decoder.push(piece))).toThrowError(/longer than 10 characters/);
  });

  test("refuses with the status that the table of errors has", () => {
    const decoder = new SseDecoder({ maxMessageLength: 1 });
    let refusal: unknown;
    try {
      decoder.push("data: 12");
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(ApiError);
    expect(refusal).toMatchObject({
      code: "sse_message_too_long",
      status: errorTable.sse_message_too_long.status,
    });
  });
});

const message = fc.record({ type: fc.string({ unit: "binary" }), value: fc.jsonValue() });

test("encoded messages are decoded the same with any cuts and line endings", () => {
  fc.assert(
    fc.property(
      fc.array(message),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      fc.constantFrom("\n", "\r\n", "\r"),
      (events, sizes, lineEnd) => {
        const text = events.map(encodeSse).join("").replaceAll("\n", lineEnd);
        const pieces: string[] = [];
        for (let at = 0, turn = 0; at < text.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          pieces.push(text.slice(at, at + size));
          at += size;
        }
        expect(decode(...pieces).map(({ data }) => data)).toEqual(
          events.map((event) => JSON.stringify(event)),
        );
      },
    ),
  );
});
