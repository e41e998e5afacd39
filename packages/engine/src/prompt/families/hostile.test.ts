import { cpuUsage } from "node:process";
import type { Tool } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import { parserFor, parts } from "./fixtures/asking.fixture.ts";
import * as templates from "./fixtures/templates.fixture.ts";

const FAMILIES = new Map(Object.entries(templates));

/** Texts that models repeat for ever, and what they may stand in. */
const REPEATED: Readonly<Record<string, string>> = {
  "words without a line's end": "abcd ",
  "white space": "  \n ",
  "half characters": "\\ud83d",
  "patches that begin": "*** Begin Patch\n",
  "calls within calls": '<tool_call>{"a":"<tool_call>{", ',
  "objects in fences": '```json\n{"name": ',
  "tags of a family": "<｜tool▁call▁begin｜>a<｜tool▁sep｜>",
  headers: "<|channel|>",
  brackets: "[{",
};
const BEFORE: Readonly<Record<string, string>> = {
  "an answer": "",
  "a call": '<tool_call>{"name": "exec_command", "arguments": {"cmd": "',
  "arguments before a name": '<tool_call>{"arguments": {"cmd": "',
  "arguments in a string": '<tool_call>{"name": "exec_command", "arguments": "{\\"cmd\\": \\"',
  "a value between tags": '<tool_call><function=exec_command><parameter=env>["',
  "a pair": '<tool_call>exec_command<arg_key>env</arg_key><arg_value>["',
  "a call of Mistral": '[TOOL_CALLS]exec_command[ARGS]{"cmd": "',
  "a call of DeepSeek": '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>exec_command<｜tool▁sep｜>{"cmd": "',
  "a message": '<|channel|>commentary to=functions.apply_patch<|message|>{"input": "',
};
/** As tokens come, more or less. */
function pieces(text: string): string[] {
  return text.match(/[\s\S]{1,5}/g) ?? [];
}

describe.each([...FAMILIES])("%s", (_family, template) => {
  test("endlessly repeated output is read to its end, with the same parts whole and in pieces", () => {
    for (const before of Object.values(BEFORE)) {
      for (const repeated of Object.values(REPEATED)) {
        const text = before + repeated.repeat(2_000 / repeated.length);
        expect(parts(parserFor(template), pieces(text)), text.slice(0, 80)).toEqual(
          parts(parserFor(template), [text]),
        );
      }
    }
  });

  test("a string of any number of unpaired surrogates is read", () => {
    const halves = "\\ud83d".repeat(20_000);
    for (const before of Object.values(BEFORE)) {
      expect(() => parts(parserFor(template), [before + halves])).not.toThrow();
    }
  });
});

/** Milliseconds of work; of two times the shorter one, as others work beside. */
function timeOf(template: string, text: string): number {
  const cut = pieces(text);
  const times = [1, 2].map(() => {
    const start = cpuUsage();
    parts(parserFor(template), cut);
    return cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

test.each([
  ["QWEN_3", "an answer", "words without a line's end"],
  ["QWEN_3", "an answer", "white space"],
  ["QWEN_3", "an answer", "patches that begin"],
  ["QWEN_3", "an answer", "calls within calls"],
  ["QWEN_3", "arguments before a name", "words without a line's end"],
  ["QWEN_3_CODER", "a value between tags", "words without a line's end"],
  ["GLM_4_6", "a pair", "words without a line's end"],
] as const)(
  "parsing time does not grow with the square of the length: %s, in %s: %s",
  { timeout: 120_000 },
  (family, before, what) => {
    const template = FAMILIES.get(family) ?? "";
    const text = (length: number) =>
      (BEFORE[before] ?? "") + (REPEATED[what] ?? "").repeat(length / (REPEATED[what]?.length ?? 1));
    const short = timeOf(template, text(20_000));
    // Eight times as much text, where work that grows with its square is 64 times as much.
    expect(timeOf(template, text(160_000))).toBeLessThan(32 * Math.max(short, 5));
  },
);

/** Seconds that no answer should come near: what grows with its square took minutes of some of them. */
const MOST_SECONDS = 8;

function secondsOf(read: () => unknown): number {
  const start = cpuUsage();
  read();
  return cpuUsage(start).user / 1e6;
}

describe("a long hostile answer is parsed within the time limit:", { timeout: 120_000 }, () => {
  test("very many calls of a tool with large parameters", () => {
    const properties = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`p${at}`, { type: "string" }]),
    );
    const variants = Array.from({ length: 100 }, () => ({
      properties: { a: { type: ["integer", "string"] } },
    }));
    const parameters = { type: "object", properties, anyOf: variants };
    const tools: Tool[] = [{ type: "function", name: "f", description: null, parameters, strict: false }];
    const call = "<tool_call><function=f><parameter=a>\n1\n</parameter></function></tool_call>";
    const text = call.repeat(2_000);
    const read = () => {
      const all = parts(parserFor(templates.QWEN_3_CODER, tools), pieces(text));
      expect(all).toHaveLength(2_000);
      expect(all[1_999]).toEqual(["f", '{"a": 1}']);
    };
    expect(secondsOf(read)).toBeLessThan(MOST_SECONDS);
  });

  test("calls of unknown tools beside many known ones", () => {
    const tools: Tool[] = Array.from({ length: 2_000 }, (_, at) => ({
      type: "function",
      name: `f${at}`,
      description: null,
      parameters: null,
      strict: false,
    }));
    const text = "<tool_call><function=f></function></tool_call>".repeat(5_000);
    const parser = parserFor(templates.QWEN_3_CODER, tools);
    expect(secondsOf(() => parts(parser, pieces(text)))).toBeLessThan(MOST_SECONDS);
  });

  test("a long run of white space in a header", () => {
    const text = `<|channel|>some words <|constrain|>${" ".repeat(400_000)}!<|message|>Hi`;
    const read = () => expect(parts(parserFor(templates.GPT_OSS), pieces(text)).at(-1)?.[1]).toMatch(/Hi$/);
    expect(secondsOf(read)).toBeLessThan(MOST_SECONDS);
  });
});
