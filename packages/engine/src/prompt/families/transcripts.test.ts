import { describe, expect, test } from "vitest";
import { parserFor, parts } from "./fixtures/asking.fixture.ts";
import * as templates from "./fixtures/templates.fixture.ts";

const QWEN = [
  "<think>\nword1 <b>\n</think>\n\nword2 🚀\n<tool_call>\n",
  '{"name": "exec_command", "arguments": {"cmd": "word3 \\"a\\"\\n\\ud83d\\ude80", "timeout": 5}}\n</tool_call>\n<tool_call>\n',
  '{"name": "apply_patch", "arguments": {"input": "*** Begin Patch\\n+word4\\n*** End Patch"}}\n</tool_call>',
].join("");
const QWEN_CODER = [
  "word1\n\n<tool_call>\n<function=exec_command>\n<parameter=cmd>\nword2 <b> </parameter\n</parameter>\n",
  '<parameter=env>\n{"A": "word3"}\n</parameter>\n<parameter=timeout>\n5\n</parameter>\n</function>\n</tool_call>\nword4 🚀',
].join("");
const DEEPSEEK = [
  "<think>word1</think>word2<｜tool▁calls▁begin｜>",
  '<｜tool▁call▁begin｜>exec_command<｜tool▁sep｜>{"cmd": "word3 🚀"}<｜tool▁call▁end｜>',
  '<｜tool▁call▁begin｜>function<｜tool▁sep｜>exec_command\n```json\n{"cmd": "word4"}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>word5',
].join("");

/** An answer of each family, with a word in each of its parts. */
const TRANSCRIPTS: Readonly<Record<keyof typeof templates, string>> = {
  QWEN_3: QWEN,
  CHATML: QWEN,
  QWEN_3_CODER: QWEN_CODER,
  LLAMA_3_1:
    '<|python_tag|>{"name": "exec_command", "parameters": {"cmd": "word1 🚀", "env": {"A": ["word2"]}}}; word3',
  MISTRAL_NEMO:
    'word1 [TOOL_CALLS][{"name": "exec_command", "arguments": {"cmd": "word2 🚀]"}, "id": "000000001"}] word3',
  MINISTRAL_3:
    '[THINK]word1 [b][/THINK]word2[TOOL_CALLS]exec_command[ARGS]{"cmd": "word3 🚀"}[TOOL_CALLS]exec_command[ARGS]{"cmd": "word4"}',
  GPT_OSS: [
    "<|channel|>analysis<|message|>word1 <b> 🚀<|end|><|start|>assistant<|channel|>commentary<|message|>word2<|end|>",
    '<|start|>assistant<|channel|>commentary to=functions.exec_command <|constrain|>json<|message|>{"cmd": "word3"}<|call|>',
    "<|start|>assistant<|channel|>final word4<|message|> word5<|return|>",
  ].join(""),
  DEEPSEEK_V3_1: DEEPSEEK,
  DEEPSEEK_R1: DEEPSEEK,
  GLM_4_6: [
    "\n<think>word1</think>\nword2 🚀\n<tool_call>exec_command\n<arg_key>cmd</arg_key>\n<arg_value>word3 </arg_</arg_value>\n",
    '<arg_key>env</arg_key>\n<arg_value>{"A": "word4"}</arg_value>\n</tool_call>',
  ].join(""),
};

describe.each(Object.entries(templates))("%s", (name, template) => {
  const answer = TRANSCRIPTS[name as keyof typeof templates];
  const read = (...pieces: string[]) => parts(parserFor(template), pieces);

  test("an answer has the same parts wherever it is cut in two", () => {
    const whole = read(answer);
    expect(whole.length).toBeGreaterThan(1);
    for (let at = 1; at < answer.length; at++) {
      expect(read(answer.slice(0, at), answer.slice(at)), answer.slice(0, at)).toEqual(whole);
    }
  });

  test("an answer cut off anywhere keeps all its words up to there", () => {
    for (let at = 0; at <= answer.length; at++) {
      const text = answer.slice(0, at);
      const written = read(text).flat().join("\n");
      expect(written.match(/word\d/g), text).toEqual(text.match(/word\d/g));
      expect(read(...text), text).toEqual(read(text));
    }
  });
});
