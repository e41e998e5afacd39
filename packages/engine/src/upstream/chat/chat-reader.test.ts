import type { Tool } from "@flint/protocol";
import { describe, expect, test } from "vitest";
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

test("vLLM: reads reasoning, growing calls, and a custom tool's input out of its JSON", () => {
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

test("SGLang: fields that are null are ignored", () => {
  const { parts, bursts, end } = read("sglang-text");
  expect(parts).toEqual([{ type: "text", text: "const größe = 1;" }]);
  expect(bursts).toBe(2);
  expect(end).toMatchObject({
    reason: "length",
    usage: { promptTokens: 38, reusedTokens: null, outputTokens: 8 },
  });
});

test("llama-server: reads cached and drafted tokens from its timings", () => {
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

test("Ollama: whole calls that are all numbered 0 are separate calls, and a namespace is restored", () => {
  expect(read("ollama-whole-call").parts).toEqual([
    { type: "reasoning", text: "Hm." },
    { type: "function_call", callId: "call_q1", name: "get_weather", text: '{"city":"Bern"}' },
    { type: "function_call", callId: "call_q2", name: "now", namespace: "clock", text: "{}" },
  ]);
});

test("OpenRouter: an error within the stream is reported by its own status", () => {
  expect(() => read("openrouter-error")).toThrowError(
    expect.objectContaining({
      error: expect.objectContaining({
        code: "rate_limited",
        message: expect.stringContaining("Provider rate limit"),
      }),
    }),
  );
});

describe("calls whose pieces are mixed up", () => {
  const [WEATHER, TIME] = [{ name: "get_weather" }, { name: "get" }];

  /** The calls of an answer, by what each of its chunks says. */
  function callsOf(...deltas: readonly (string | readonly Record<string, unknown>[])[]) {
    const tools = new ToolSet([...TOOLS, { type: "function", name: "get" }], "__");
    const reader = new ChatReader({ ...listening, tools, customTools: false });
    const chunkOf = (delta: object, finish_reason: string | null = null) =>
      JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] });
    const bursts = deltas.flatMap((delta) =>
      reader.push(chunkOf(typeof delta === "string" ? { content: delta } : { tool_calls: delta })),
    );
    reader.push(chunkOf({}, "tool_calls"));
    const said: string[] = [];
    for (const { index, part, text } of [...bursts, ...reader.end().bursts])
      said[index] = `${said[index] ?? ("name" in part ? `${part.name} ` : "")}${text}`;
    return said;
  }

  test("a name in pieces is joined, and a repeated name is taken once", () => {
    const [begin, end] = [{ index: 0, id: "c1", function: { name: "get_" } }, { arguments: "{}" }];
    const rest = { index: 0, function: { name: "weather" } };
    expect(callsOf([begin], [rest], [{ index: 0, function: end }])).toEqual(["get_weather {}"]);
    const again = (more: object) => [{ index: 0, id: "c1", function: { ...WEATHER, ...more } }];
    expect(callsOf(again({}), again({ arguments: "{" }), again({ arguments: "}" }), again({}))).toEqual([
      "get_weather {}",
    ]);
  });

  test("arguments that arrive before their name wait for it", () => {
    expect(
      callsOf(
        [{ index: 0, id: "c1", function: { ...WEATHER, arguments: '{"a":1}' } }],
        [{ index: 1, id: "c2", function: { arguments: '{"b"' } }],
        [{ index: 1, function: { ...TIME, arguments: ":2}" } }],
      ),
    ).toEqual(['get_weather {"a":1}', 'get {"b":2}']);
  });

  test("text and other calls within a call come after it", () => {
    expect(
      callsOf(
        [{ index: 0, id: "c1", function: { ...WEATHER, arguments: '{"a"' } }],
        "then ",
        [{ index: 1, id: "c2", function: { ...TIME, arguments: "{" } }],
        [{ index: 0, function: { arguments: ":1}" } }],
        [{ index: 1, function: { arguments: "}" } }],
        "done",
      ),
    ).toEqual(['get_weather {"a":1}', "then ", "get {}", "done"]);
  });

  test("whole calls without numbers or ids are separate calls", () => {
    const call = (name: object, written: string) => [
      { index: 0, id: "", function: { ...name, arguments: written } },
    ];
    expect(callsOf(call(WEATHER, '{"a":1}'), call(TIME, "{}"), "and ", call(TIME, "{}"))).toEqual([
      ...['get_weather {"a":1}', "get {}", "and ", "get {}"],
    ]);
    expect(callsOf(call(WEATHER, ""), call(TIME, ""))).toEqual(["get_weather {}", "get {}"]);
  });

  test("a piece that belongs to no call makes the answer invalid", () => {
    const over = expect.objectContaining({ error: expect.objectContaining({ code: "answer_invalid" }) });
    expect(() => callsOf([{ index: 0, function: { arguments: "{}" } }])).toThrowError(over);
    const whole = { index: 0, id: "c1", function: { ...WEATHER, arguments: "{}" } };
    expect(() => callsOf([whole], "then", [{ index: 0, function: { arguments: "," } }])).toThrowError(over);
  });
});
