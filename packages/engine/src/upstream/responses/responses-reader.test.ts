import { expect, test } from "vitest";
import type { UpstreamFailure } from "../failure/index.ts";
import { listening, transcribe } from "../transcript.fixture.ts";
import { ResponsesReader } from "./responses-reader.ts";

test("OpenAI: reads a summary's paragraphs, a message and a custom tool's input", () => {
  const url = new URL("./transcripts/openai-custom-call.sse", import.meta.url);
  const names: string[] = [];
  const reader = new ResponsesReader({ ...listening, checkModel: (name) => names.push(name) });
  const { parts, end } = transcribe(url, reader);
  expect(parts).toEqual([
    { type: "reasoning", text: "First.\n\nThen." },
    { type: "text", text: "Here it is." },
    { type: "custom_tool_call", callId: "call_1", name: "apply_patch", text: "*** Begin Patch\n" },
  ]);
  expect(end).toMatchObject({
    reason: "stop",
    usage: { promptTokens: 328, reusedTokens: 256, outputTokens: 52, reasoningTokens: 30 },
  });
  expect(names).toEqual(["gpt-5.4-2026-03-01"]);
});

test("a server's reason for stopping its answer is cut short, and kept out of the log", () => {
  const reader = new ResponsesReader(listening);
  const response = { incomplete_details: { reason: `sk-1234 ${"x".repeat(10_000)}` } };
  let failure: unknown = null;
  try {
    reader.push(JSON.stringify({ type: "response.incomplete", response }));
  } catch (cause) {
    failure = cause;
  }
  const { error } = failure as UpstreamFailure;
  expect(error.message).toContain("stopped its answer (sk-1234");
  expect(error.message.length).toBeLessThan(400);
  expect(error.unquoted).not.toContain("sk-1234");
});

test.each([
  ["a whole response", { object: "response", output: [] }, "does not stream its answer"],
  ["an error", { error: { message: "no such thing", code: 400 } }, "no such thing"],
])("%s in place of a stream is reported without a retry", (_, message, words) => {
  const reader = new ResponsesReader(listening);
  expect(() => reader.push(JSON.stringify(message))).toThrow(
    expect.objectContaining({ retryable: false, message: expect.stringContaining(words) }),
  );
});
