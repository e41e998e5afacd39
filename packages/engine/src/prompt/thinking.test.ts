import type { ReasoningEffort } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import { QWEN_2_5 } from "./chat-templates.fixture.ts";
import { ask, user, whole } from "./families/fixtures/asking.fixture.ts";
import {
  DEEPSEEK_V3_1,
  GLM_4_6,
  GPT_OSS,
  LLAMA_3_1,
  MINISTRAL_3,
  QWEN_3,
} from "./families/fixtures/templates.fixture.ts";

const EFFORTS: readonly (ReasoningEffort | undefined)[] = [
  undefined,
  "none",
  "minimal",
  "low",
  "medium",
  "high",
  "xhigh",
  "max",
];

/** The prompt that each effort makes. */
function prompts(template: string): Record<string, string> {
  return Object.fromEntries(
    EFFORTS.map((effort) => [
      String(effort),
      whole(
        ask(template, [user("Hi")], {
          tools: [],
          ...(effort === undefined ? {} : { reasoningEffort: effort }),
        }),
      ),
    ]),
  );
}

/** What is said where thinking is on, off, and not spoken of. */
function ends(template: string, part: (prompt: string) => unknown) {
  const { undefined: unsaid = "", none = "", minimal = "", ...rest } = prompts(template);
  const on = new Set(Object.values(rest).map(part));
  const off = new Set([none, minimal].map(part));
  return { unsaid: part(unsaid), on: [...on], off: [...off] };
}

describe("the reasoning effort", () => {
  test("has three levels for gpt-oss", () => {
    const levels = Object.entries(prompts(GPT_OSS)).map(([effort, prompt]) => [
      effort,
      /Reasoning: (\w+)/.exec(prompt)?.[1],
    ]);
    expect(Object.fromEntries(levels)).toEqual({
      undefined: "medium",
      none: "low",
      minimal: "low",
      low: "low",
      medium: "medium",
      high: "high",
      xhigh: "high",
      max: "high",
    });
  });

  test("is on or off for Qwen 3, with an empty thought when off", () => {
    const isEmpty = (prompt: string) => prompt.endsWith("<|im_start|>assistant\n<think>\n\n</think>\n\n");
    expect(ends(QWEN_3, isEmpty)).toEqual({ unsaid: false, on: [false], off: [true] });
  });

  test("is on or off for GLM, with an empty thought when off", () => {
    const isEmpty = (prompt: string) => prompt.endsWith("<|assistant|>\n<think></think>");
    expect(ends(GLM_4_6, isEmpty)).toEqual({ unsaid: false, on: [false], off: [true] });
  });

  test("is on or off for DeepSeek, which does not think by default", () => {
    const opening = (prompt: string) => prompt.slice(prompt.indexOf("<｜Assistant｜>"));
    expect(ends(DEEPSEEK_V3_1, opening)).toEqual({
      unsaid: "<｜Assistant｜><think></think>",
      on: ["<｜Assistant｜><think>"],
      off: ["<｜Assistant｜><think></think>"],
    });
  });

  test.each([
    ["Qwen 2.5", QWEN_2_5],
    ["Llama 3.1", LLAMA_3_1],
    ["Mistral", MINISTRAL_3],
  ])("has no effect for %s", (_, template) => {
    expect(new Set(Object.values(prompts(template))).size).toBe(1);
  });

  test("decides whether the answer is read as beginning with reasoning", () => {
    const read = (reasoningEffort: ReasoningEffort) => {
      const { reading } = ask(DEEPSEEK_V3_1, [user("Hi")], { tools: [], reasoningEffort });
      const parser = reading.parser();
      return [...parser.push("well"), ...parser.end(true)].map(({ part }) => part.type);
    };
    expect(read("high")[0]).toBe("reasoning");
    expect(read("none")[0]).toBe("text");
  });
});
