import type { Tool } from "@flint/protocol";
import { expect, test } from "vitest";
import { ToolSet } from "../../prompt/index.ts";
import { listening, transcribe } from "../transcript.fixture.ts";
import { ChatReader } from "./chat-reader.ts";

const TOOLS: readonly Tool[] = [
  { type: "function", name: "get_weather" },
  { type: "custom", name: "apply_patch" },
  { type: "namespace", name: "clock", tools: [{ type: "function", name: "now" }] },
];

function read(name: string) {
  const reader = new ChatReader({ ...listening, tools: new ToolSet(TOOLS, "__"), customTools: false });
  return transcribe(new URL(`./transcripts/${name}.sse`, import.meta.url), reader);
}

test("vLLM: reasoning, and calls that grow; a custom tool's input is taken out of its JSON", () => {
  const { parts, end } = read("vllm-reasoning-and-calls");
  expect(parts).toEqual([
    { type: "reasoning", text: "The user wants both." },
    { type: "function_call", callId: "chatcmpl-tool-a1", name: "get_weather", text: '{"city": "Bern"}' },
    {
      type: "custom_tool_call",
      callId: "chatcmpl-tool-b2",
      name: "apply_patch",
      text: '*** Begin Patch\n+a "b"\n',
    },
  ]);
  expect(end).toMatchObject({
    reason: "stop",
    usage: { promptTokens: 212, reusedTokens: 192, outputTokens: 59, reasoningTokens: null, drafted: null },
  });
});

test("SGLang: fields that are null say nothing", () => {
  const { parts, bursts, end } = read("sglang-text");
  expect(parts).toEqual([{ type: "text", text: "const größe = 1;" }]);
  expect(bursts).toBe(2);
  expect(end).toMatchObject({
    reason: "length",
    usage: { promptTokens: 38, reusedTokens: null, outputTokens: 8 },
  });
});

test("llama-server: its timings tell what was cached and drafted", () => {
  const { parts, end } = read("llama-server-timings");
  expect(parts).toEqual([{ type: "text", text: "let x = 1;" }]);
  expect(end.usage).toMatchObject({
    promptTokens: 24,
    reusedTokens: 20,
    outputTokens: 7,
    drafted: 6,
    accepted: 4,
  });
});

test("Ollama: whole calls, all of them numbered 0, are several; a namespace is found again", () => {
  expect(read("ollama-whole-call").parts).toEqual([
    { type: "reasoning", text: "Hm." },
    { type: "function_call", callId: "call_q1", name: "get_weather", text: '{"city":"Bern"}' },
    { type: "function_call", callId: "call_q2", name: "now", namespace: "clock", text: "{}" },
  ]);
});

test("OpenRouter: an error within the stream has its own status", () => {
  expect(() => read("openrouter-error")).toThrowError(
    expect.objectContaining({
      error: expect.objectContaining({
        code: "rate_limited",
        message: expect.stringContaining("Provider rate limit"),
      }),
    }),
  );
});
