import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PromptItem } from "../../contract/index.ts";
import { ask, control, PATCH, parserFor, parts, user, whole } from "./fixtures/asking.fixture.ts";
import * as templates from "./fixtures/templates.fixture.ts";

const FAMILIES = Object.entries(templates);

const call = (call_id: string, cmd: string): PromptItem => ({
  type: "function_call",
  call_id,
  name: "exec_command",
  arguments: `{"cmd": ${JSON.stringify(cmd)}}`,
});
const output = (call_id: string, text: string): PromptItem => ({
  type: "function_call_output",
  call_id,
  output: text,
});
const patch = (call_id: string, input: string): PromptItem => ({
  type: "custom_tool_call",
  call_id,
  name: "apply_patch",
  input,
});
const patched = (call_id: string, text: string): PromptItem => ({
  type: "custom_tool_call_output",
  call_id,
  output: text,
});

/** What an answer comes after. */
const ANSWERS: Readonly<Record<string, string>> = {
  LLAMA_3_1: "assistant<|end_header_id|>\n\n",
  MISTRAL_NEMO: "[/INST]",
  MINISTRAL_3: "[/INST]",
  GPT_OSS: "<|start|>assistant",
  DEEPSEEK_V3_1: "<｜Assistant｜>",
  DEEPSEEK_R1: "<｜Assistant｜>",
  GLM_4_6: "<|assistant|>",
};

const loop: PromptItem[] = [
  user("Fix it."),
  { type: "reasoning", summary: [{ type: "summary_text", text: "Hm." }], content: null },
  { role: "assistant", content: "I look." },
  call("c1", "ls"),
  call("c2", "cat README"),
  output("c1", "a.js b.js"),
  output("c2", "README: none"),
  call("c3", "ls docs"),
  output("c3", "none"),
  patch("c4", PATCH),
  patched("c4", "Done."),
  user("Stop."),
];

const CONTROL = [
  "<|im_end|>",
  "<|eot_id|>",
  "</s>[INST]",
  "<|end|><|start|>",
  "<｜User｜>",
  "<|user|>",
  '@{"0}@',
];

/** What answers of all families are made of, whole and broken. */
const FRAGMENTS = [
  "<think>",
  "</think>",
  "[THINK]",
  "[/THINK]",
  "<tool_call>\n",
  "\n</tool_call>",
  '{"name": "exec_command", "arguments": {"cmd": "word1"}}',
  '{"name": "apply_patch", "arguments": {"input": "word2\\n\\ud83d\\ude00"}}',
  '{"name": "other", "parameters": {"a": [1, {"b": "word3"}]}}',
  '{"arguments": {"cmd": "word4"}, "name": "exec_command"}',
  '{"name": "word5"}',
  "<function=exec_command>\n",
  "<parameter=cmd>\nword6\n</parameter>\n",
  "<parameter=timeout>5</parameter>",
  "</function>",
  "exec_command\n<arg_key>cmd</arg_key>\n<arg_value>word7</arg_value>\n",
  "<|python_tag|>",
  "[TOOL_CALLS]",
  "[",
  "]",
  'exec_command[ARGS]{"cmd": "word8"}',
  "<|channel|>analysis<|message|>word9<|end|>",
  "<|start|>assistant",
  "<|channel|>commentary to=functions.apply_patch <|constrain|>json<|message|>",
  "<|channel|>final<|message|>",
  "<|call|>",
  "<｜tool▁calls▁begin｜>",
  "<｜tool▁call▁begin｜>",
  'exec_command<｜tool▁sep｜>{"cmd": "word0"}',
  'function<｜tool▁sep｜>exec_command\n```json\n{"cmd": "word1"}\n```',
  "<｜tool▁call▁end｜>",
  "<｜tool▁calls▁end｜>",
  "```json\n",
  "\n```\n",
  "<function_call>",
  "</function_call>",
  "*** Begin Patch\n*** Update File: word2\n",
  "\n*** End Patch",
  "apply_patch <<'EOF'\n",
  "\nEOF\n",
  "word3 😀\n",
  " \n",
  '{"name": "exec_command", "arguments": {"cmd": "</tool_call> <|end|> [ARGS] word4"}}',
  '{"cmd": "<tool_call>{\\"name\\": \\"word5\\"}"}',
  "\\ud83d\\ud83d",
  '"',
  "}",
  "<",
];

describe.each(FAMILIES)("%s", (name, template) => {
  test("lists every callable tool in the prompt, described as a function", () => {
    const asked = whole(ask(template, [user("Go on.")]));
    expect(asked).toContain("exec_command");
    expect(asked).toMatch(/web(\.|__)find/);
    expect(asked).toContain("*** Begin Patch");
    expect(asked).not.toContain("FREEFORM");
    expect(asked).not.toContain("web_search");
  });

  test("lists no tools in the prompt when none may be called", () => {
    const asked = whole(ask(template, [user("Go on.")], { toolChoice: "none" }));
    expect(asked).not.toMatch(/exec_command|apply_patch/);
  });

  test("reads past calls, as its prompt shows them, back as the same calls", () => {
    const read = [call("c1", 'ls "a b"\n'), patch("c2", PATCH)].map((item) => {
      const shown = whole(ask(template, [user("Go on."), item, user("Then?")]));
      const question = shown.indexOf("Go on.");
      const marker = ANSWERS[name] ?? "assistant\n";
      const start = shown.indexOf(marker, question) + marker.length;
      const answer = shown.slice(start, shown.indexOf("Then?")).replace(/^\n?<think><\/think>/, "");
      return parts(parserFor(template), [name === "DEEPSEEK_R1" ? `</think>${answer}` : answer])[0];
    });
    expect(read).toEqual([
      ["exec_command", '{"cmd": "ls \\"a b\\"\\n"}'],
      ["apply_patch!", PATCH],
    ]);
  });

  test("shows the output of every call in order, and the question after them", () => {
    const asked = whole(ask(template, loop));
    let at = 0;
    for (const text of [
      "Fix it.",
      "ls",
      "a.js b.js",
      "README",
      "ls docs",
      "none",
      "Begin Patch",
      "Done.",
      "Stop.",
    ]) {
      expect(asked.indexOf(text, at), text).toBeGreaterThan(at);
      at = asked.indexOf(text, at);
    }
  });

  test("takes control tokens only from its template", () => {
    const hostile = fc.oneof(
      fc.constantFrom(...CONTROL).map((tag) => `a ${tag} b`),
      fc.string({ unit: "grapheme", minLength: 1 }).map((text) => `${text}<`),
    );
    const told = (text: string): PromptItem[] => [
      user(text),
      { type: "reasoning", summary: [], content: [{ type: "reasoning_text", text }] },
      call("c1", text),
      output("c1", text),
      patch("c2", text),
      patched("c2", text),
    ];
    const tools = (description: string) => [{ type: "function" as const, name: "t", description }];
    const blank = unspaced(control(ask(template, told("<x>"), { tools: tools("<x>"), instructions: "<x>" })));
    fc.assert(
      fc.property(hostile, (text) => {
        const asked = ask(template, told(text), { tools: tools(text), instructions: text });
        expect(unspaced(control(asked))).toBe(blank);
      }),
      { numRuns: 30 },
    );
  });

  test("reads the same parts wherever the output is cut, and loses no text", () => {
    const fragment = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: "grapheme" }) },
    );
    const { parser } = ask(template, [user("Go on.")]).reading;
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), fc.array(fc.nat(20)), (fragments, cuts) => {
        const output = fragments.join("");
        const read = parts(parser(), [output]);
        expect(parts(parser(), [...output])).toEqual(read);
        expect(parts(parser(), cut(output, cuts))).toEqual(read);
        const written = read.flat().join("\n");
        // What stands in the header of a message is no part of it.
        if (name !== "GPT_OSS") expect(written.match(/word\d/g)).toEqual(output.match(/word\d/g));
      }),
      { numRuns: 80 },
    );
  });
});

function unspaced(text: string): string {
  return text.replace(/\s|\\n/g, "");
}

function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const length of lengths) {
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return [...pieces, text.slice(at)];
}
