import type { Tool } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import type { GenerateRequest, Prompt, PromptItem } from "../../contract/index.ts";
import { type PresetName, presets } from "../preset/index.ts";
import { chatBody, chatQuestion } from "./index.ts";

const TOOLS: readonly Tool[] = [
  { type: "function", name: "run", description: "Runs.", parameters: { type: "object" }, strict: true },
  { type: "custom", name: "patch", format: { type: "grammar", syntax: "lark", definition: "start: /x/" } },
  { type: "namespace", name: "web", tools: [{ type: "function", name: "find" }] },
  { type: "web_search" },
];

function bodyOf(
  items: readonly PromptItem[],
  { preset = "vllm", ...prompt }: Partial<Prompt> & { readonly preset?: PresetName } = {},
  request: GenerateRequest = {},
): Record<string, unknown> {
  const kind = presets[preset];
  const question = chatQuestion(
    { tip: { parent: null, items }, instructions: null, tools: [], ...prompt },
    kind,
  );
  const body = chatBody(question, request, { preset: kind, model: "m", cacheKey: "key" });
  return { ...body, continuation: question.continuation };
}

const HELLO: PromptItem = { role: "user", content: "hello" };
const said = (text: string, status: "completed" | "incomplete"): PromptItem => ({
  ...{ type: "message", id: "msg_1", role: "assistant", status },
  content: [{ type: "output_text", text, annotations: [], logprobs: [] }],
});

describe("messages", () => {
  test("start with instructions, pair calls with outputs, and have reasoning in the fields the preset reads", () => {
    const items: PromptItem[] = [
      { role: "developer", content: "be kind" },
      HELLO,
      { type: "reasoning", id: "rs_1", summary: [], content: [{ type: "reasoning_text", text: "hm" }] },
      { type: "function_call", call_id: "c1", name: "find", namespace: "web", arguments: "{}" },
      { type: "custom_tool_call", call_id: "c2", name: "patch", input: 'a "b"' },
      { type: "function_call_output", call_id: "c1", output: "found" },
      { type: "custom_tool_call_output", call_id: "c2", output: "done" },
    ];
    const calls = [
      { id: "c1", type: "function", function: { name: "web__find", arguments: "{}" } },
      { id: "c2", type: "function", function: { name: "patch", arguments: '{"input": "a \\"b\\""}' } },
    ];
    const prompt = { instructions: "be brief", tools: TOOLS };
    expect(bodyOf(items, prompt).messages).toEqual([
      { role: "system", content: "be brief\n\nbe kind" },
      { role: "user", content: "hello" },
      { role: "assistant", content: null, reasoning: "hm", reasoning_content: "hm", tool_calls: calls },
      { role: "tool", tool_call_id: "c1", content: "found" },
      { role: "tool", tool_call_id: "c2", content: "done" },
    ]);
    const answerTo = (preset: PresetName) =>
      (bodyOf(items, { ...prompt, preset }).messages as Record<string, unknown>[])[2];
    expect(answerTo("sglang")).toMatchObject({ reasoning_content: "hm" });
    expect(answerTo("sglang")).not.toHaveProperty("reasoning");
    expect(answerTo("cerebras")).not.toHaveProperty("reasoning_content");
  });
});

describe("an answer that was cut short", () => {
  const cut = [HELLO, said("Once upon", "incomplete")];

  test("is continued in mid-sentence if the server can and nothing was said since", () => {
    expect(bodyOf(cut)).toMatchObject({
      ...{ continue_final_message: true, add_generation_prompt: false, continuation: "prefill" },
      messages: [{}, { role: "assistant", content: "Once upon" }],
    });
    expect(bodyOf(cut, { preset: "llama-server" })).toMatchObject({ continuation: "prefill" });
    expect(bodyOf(cut, { preset: "llama-server" })).not.toHaveProperty("continue_final_message");
  });

  test("is a message of the conversation for other servers, and if a steer follows", () => {
    const steered = bodyOf([...cut, { role: "user", content: "instead" }]);
    expect(steered).toMatchObject({ continuation: "conversation" });
    expect(steered).not.toHaveProperty("continue_final_message");
    expect(bodyOf(cut, { preset: "ollama" })).toMatchObject({ continuation: "conversation" });
  });

  test("is not assumed if the answer was complete", () => {
    expect(bodyOf([HELLO, said("Once.", "completed"), HELLO]).continuation).toBeNull();
  });
});

describe("settings", () => {
  test("have the names that each server uses", () => {
    const request: GenerateRequest = {
      ...{ maxTokens: 5, draft: "code", stop: ["x"], sampling: { temperature: 0.5, topP: 0.9, seed: 7 } },
      format: { type: "json_schema", name: "n", schema: { type: "object" }, strict: true },
    };
    expect(bodyOf([HELLO], {}, request)).toMatchObject({
      ...{ model: "m", stream: true, stream_options: { include_usage: true }, max_tokens: 5 },
      ...{ stop: ["x"], temperature: 0.5, top_p: 0.9, seed: 7 },
      response_format: {
        type: "json_schema",
        json_schema: { name: "n", schema: { type: "object" }, strict: true },
      },
    });
    expect(bodyOf([HELLO], {}, request)).not.toHaveProperty("prediction");
    expect(bodyOf([HELLO], { preset: "cerebras" }, request)).toMatchObject({
      ...{ max_completion_tokens: 5, prediction: { type: "content", content: "code" } },
    });
    expect(bodyOf([HELLO], { preset: "openai" })).toMatchObject({ prompt_cache_key: "key" });
  });

  test("ask for greedy sampling by default, except from servers that refuse it", () => {
    expect(bodyOf([HELLO])).toMatchObject({ temperature: 0 });
    expect(bodyOf([HELLO], { preset: "openai" })).not.toHaveProperty("temperature");
  });
});

describe("tools", () => {
  test("are functions, also custom ones if the server knows no others; hosted ones are left out", () => {
    const names = (preset: PresetName) =>
      (bodyOf([HELLO], { preset, tools: TOOLS }).tools as Record<string, unknown>[]).map(
        (tool) => [tool.type, (tool[String(tool.type)] as { name: string }).name] as const,
      );
    const [run, find] = [["function", "run"] as const, ["function", "web__find"] as const];
    expect(names("vllm")).toEqual([run, ["function", "patch"], find]);
    expect(names("flint")).toEqual([run, ["custom", "patch"], find]);
  });

  test.each([
    [{}, undefined],
    [{ toolChoice: "auto" }, undefined],
    [{ toolChoice: "required" }, "required"],
    [{ toolChoice: { type: "function", name: "run" } }, { type: "function", function: { name: "run" } }],
    [{ toolChoice: { type: "custom", name: "patch" } }, { type: "function", function: { name: "patch" } }],
  ] as [Partial<Prompt>, unknown][])("turn %j into the tool_choice %j", (prompt, choice) => {
    expect((bodyOf([HELLO], { ...prompt, tools: TOOLS }) as { tool_choice?: unknown }).tool_choice).toEqual(
      choice,
    );
  });

  test("are left out if none may be called", () => {
    const body = bodyOf([HELLO], { toolChoice: "none", tools: TOOLS, parallelToolCalls: false });
    expect(body).not.toHaveProperty("tools");
    expect(body).not.toHaveProperty("parallel_tool_calls");
  });
});
