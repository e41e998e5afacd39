import type { TextFormat, Tool } from "@flint/protocol";
import { beforeAll, describe, expect, test } from "vitest";
import type { Prompt } from "../../contract/index.ts";
import { PATCH_GRAMMAR } from "../../structure/lark/patch.fixture.ts";
import { grammarMatcher } from "../../structure/matching.fixture.ts";
import { ask, parts, user } from "../families/fixtures/asking.fixture.ts";
import * as templates from "../families/fixtures/templates.fixture.ts";

let matcherOf: Awaited<ReturnType<typeof grammarMatcher>>;
beforeAll(async () => {
  matcherOf = await grammarMatcher();
});

const RUN: Tool = {
  type: "function",
  name: "run",
  parameters: {
    type: "object",
    properties: { cmd: { type: "string" }, times: { type: "integer" } },
    required: ["cmd"],
    additionalProperties: false,
  },
  strict: true,
};
const SPELL: Tool = {
  type: "custom",
  name: "spell",
  format: { type: "grammar", syntax: "lark", definition: 'start: "<" /\\w+/ ">\\n"' },
};

const TEMPLATES = { ...templates };

const held = async (template: string, rest: Partial<Prompt>, format: TextFormat | null = null) => {
  const answer = await ask(template, [user("Go on.")], { tools: [RUN, SPELL], ...rest }).reading.held(format);
  if (!answer) throw new Error("the answer is held to nothing");
  return { takes: matcherOf(answer.grammar), read: (text: string) => parts(answer.parser, [text]) };
};

/** Each family's way of calling `run` and `spell`, and the same with arguments that are not allowed. */
const CALLS: readonly [name: keyof typeof templates, run: string, spell: string, wrong: string][] = [
  [
    "QWEN_3",
    '<tool_call>\n{"name": "run", "arguments": {"cmd": "a </tool_call>", "times": 2}}\n</tool_call>',
    '<tool_call>\n{"name": "spell", "arguments": {"input": "<ab>\\n"}}\n</tool_call>',
    '<tool_call>\n{"name": "run", "arguments": {"times": 2}}\n</tool_call>',
  ],
  [
    "QWEN_3_CODER",
    "<tool_call>\n<function=run>\n<parameter=cmd>\na </tool_call>\n</parameter>\n<parameter=times>\n2\n</parameter>\n</function>\n</tool_call>",
    "<tool_call>\n<function=spell>\n<parameter=input>\n<ab>\n\n</parameter>\n</function>\n</tool_call>",
    "<tool_call>\n<function=run>\n<parameter=times>\n2\n</parameter>\n</function>\n</tool_call>",
  ],
  [
    "LLAMA_3_1",
    '{"name": "run", "parameters": {"cmd": "a </tool_call>", "times": 2}}',
    '{"name": "spell", "parameters": {"input": "<ab>\\n"}}',
    '{"name": "run", "parameters": {"cmd": 5}}',
  ],
  [
    "MISTRAL_NEMO",
    '[TOOL_CALLS][{"name": "run", "arguments": {"cmd": "a </tool_call>", "times": 2}}]',
    '[TOOL_CALLS] [{"name": "spell", "arguments": {"input": "<ab>\\n"}}]',
    '[TOOL_CALLS][{"name": "run", "arguments": {"cmd": "a", "more": 1}}]',
  ],
  [
    "MINISTRAL_3",
    '[TOOL_CALLS]run[ARGS]{"cmd": "a </tool_call>", "times": 2}',
    '[TOOL_CALLS]spell[ARGS]{"input": "<ab>\\n"}',
    "[TOOL_CALLS]run[ARGS]{}",
  ],
  [
    "GPT_OSS",
    '<|channel|>commentary to=functions.run <|constrain|>json<|message|>{"cmd": "a </tool_call>", "times": 2}<|call|>',
    '<|channel|>commentary to=functions.spell <|constrain|>json<|message|>{"input": "<ab>\\n"}',
    "<|channel|>commentary to=functions.run <|constrain|>json<|message|>{}<|call|>",
  ],
  [
    "DEEPSEEK_V3_1",
    '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>run<｜tool▁sep｜>{"cmd": "a </tool_call>", "times": 2}<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
    '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>spell<｜tool▁sep｜>{"input": "<ab>\\n"}<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
    "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>run<｜tool▁sep｜>{}<｜tool▁call▁end｜><｜tool▁calls▁end｜>",
  ],
  [
    "DEEPSEEK_R1",
    '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>run\n```json\n{"cmd": "a </tool_call>", "times": 2}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
    '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>spell\n```json\n{"input": "<ab>\\n"}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
    "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>run\n```json\n{}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>",
  ],
  [
    "GLM_4_6",
    "<tool_call>run\n<arg_key>cmd</arg_key>\n<arg_value>a </tool_call></arg_value>\n<arg_key>times</arg_key>\n<arg_value>2</arg_value>\n</tool_call>",
    "<tool_call>spell\n<arg_key>input</arg_key>\n<arg_value><ab>\n</arg_value>\n</tool_call>",
    "<tool_call>run\n<arg_key>times</arg_key>\n<arg_value>2</arg_value>\n</tool_call>",
  ],
];

/** Where free text stands in an answer. */
const textOf = (name: string, text: string) =>
  name === "GPT_OSS" ? `<|channel|>final<|message|>${text}` : text;

describe.each(CALLS)("the grammar for answers of %s", (name, run, spell, wrong) => {
  const template = TEMPLATES[name];
  // Its template opens the reasoning.
  const opening = name === "DEEPSEEK_R1" ? "Hm.\n</think>\n\n" : "";

  test("accepts only a valid call when a call is required", async () => {
    const required = () => held(template, { toolChoice: "required" });
    const { takes } = await required();
    expect([run, spell].map((call) => takes(opening + call))).toEqual([true, true]);
    expect([wrong, textOf(name, "Hello."), ""].map((text) => takes(opening + text))).toEqual([
      false,
      false,
      false,
    ]);
    const read = (await required()).read(opening + run).at(-1);
    expect([read?.[0], JSON.parse(read?.[1] ?? "")]).toEqual(["run", { cmd: "a </tool_call>", times: 2 }]);
    expect((await required()).read(opening + spell).at(-1)).toEqual(["spell!", "<ab>\n"]);
  });

  test("accepts only calls of the tool that is named", async () => {
    const { takes } = await held(template, { toolChoice: { type: "custom", name: "spell" } });
    expect([run, spell].map((call) => takes(opening + call))).toEqual([false, true]);
  });

  test("accepts text or valid calls when the choice is free", async () => {
    const { takes } = await held(template, {});
    const text = textOf(name, 'See `{"name": 1}`, <tool and ```json\n{}\n```\n');
    expect([text, run, spell].map((one) => takes(opening + one))).toEqual([true, true, true]);
    expect(takes(opening + wrong)).toBe(false);
  });

  test("accepts the requested format or valid calls", async () => {
    const format: TextFormat = { type: "json_schema", name: "a", schema: { type: "object" }, strict: true };
    const { takes } = await held(template, {}, format);
    // Its calls would be such objects themselves.
    const called = (call: string) => (name === "LLAMA_3_1" ? `<|python_tag|>${call}` : call);
    const form = textOf(name, '{"a": "<tool_call>"}');
    expect([form, called(run)].map((one) => takes(opening + one))).toEqual([true, true]);
    expect([called(wrong), textOf(name, "Hello.")].map((one) => takes(opening + one))).toEqual([
      false,
      false,
    ]);
    const { read } = await held(template, {}, format);
    expect(read(opening + form).at(-1)).toEqual(["text", '{"a": "<tool_call>"}']);
  });

  test("accepts at most one call without parallel calls", async () => {
    const { takes } = await held(template, { toolChoice: "required", parallelToolCalls: false });
    expect(takes(opening + run)).toBe(true);
    expect([`${run}${run}`, `${run}\n${run}`].map((two) => takes(opening + two))).toEqual([false, false]);
  });
});

describe("reasoning may precede an answer that is constrained to a format", () => {
  const format = { type: "json_object" } as const;
  test.each([
    ["QWEN_3", "<think>\nHm {</think>\n\n{}", "{}"],
    [
      "GPT_OSS",
      "<|channel|>analysis<|message|>Hm {<|end|><|start|>assistant<|channel|>final<|message|>{}",
      "{}",
    ],
    ["DEEPSEEK_R1", "Hm {</think>\n{}", "{}"],
  ] as const)("in answers of %s", async (name, text, form) => {
    const { takes, read } = await held(TEMPLATES[name], { tools: [] }, format);
    expect(takes(text)).toBe(true);
    expect(takes(`${text}x`)).toBe(false);
    expect(read(text)).toEqual([
      ["reasoning", "Hm {"],
      ["text", form],
    ]);
  });
});

test("an answer without constraints has no grammar", async () => {
  const free = (rest: Partial<Prompt>) =>
    ask(templates.QWEN_3, [user("Go on.")], rest).reading.held({ type: "text" });
  expect(await free({ tools: [{ ...RUN, strict: false }] })).toBeNull();
  expect(await free({ tools: [RUN], toolChoice: "none" })).toBeNull();
  expect(await free({ tools: [], toolChoice: "required" })).toBeNull();
});

describe("calls written as text in free answers", () => {
  const tools: readonly Tool[] = [
    RUN,
    { type: "function", name: "look", parameters: { type: "object" }, strict: false },
    {
      type: "custom",
      name: "apply_patch",
      format: { type: "grammar", syntax: "lark", definition: PATCH_GRAMMAR },
    },
  ];
  const patch = "*** Begin Patch\n*** Delete File: a.js\n*** End Patch";

  test.each(["QWEN_3", "LLAMA_3_1", "MISTRAL_NEMO"] as const)(
    "must match the tool's grammar and are read as calls: %s",
    async (name) => {
      const { takes, read } = await held(TEMPLATES[name], { tools });
      expect(takes(`I do it.\n${patch}`)).toBe(true);
      expect(takes(`I do it.\n${patch.replace("Delete", "Remove")}`)).toBe(false);
      expect(read(`I do it.\n${patch}`)).toEqual([
        ["text", "I do it."],
        ["apply_patch!", patch],
      ]);
    },
  );

  test("are read as calls only if the tool's arguments are unconstrained", async () => {
    const call = (tool: string) => `\`\`\`json\n{"name": "${tool}", "arguments": {"times": "no"}}\n\`\`\``;
    const read = async (text: string) => (await held(TEMPLATES.QWEN_3, { tools })).read(text)[0]?.[0];
    expect(await read(call("look"))).toBe("look");
    expect(await read(call("run"))).toBe("text");
  });
});

test("a value between tags may be JSON of any type its schema allows besides text", async () => {
  const parameters = {
    type: "object",
    properties: { size: { type: ["string", "null", "integer"], enum: ["a b", null, 5] } },
    required: ["size"],
    additionalProperties: false,
  };
  const { takes } = await held(templates.QWEN_3_CODER, {
    tools: [{ type: "function", name: "run", parameters, strict: true }],
    toolChoice: "required",
  });
  const call = (size: string) =>
    `<tool_call>\n<function=run>\n<parameter=size>\n${size}\n</parameter>\n</function>\n</tool_call>`;
  for (const size of ["a b", "null", "5"]) expect(takes(call(size)), size).toBe(true);
  for (const size of ['"a b"', "6", "nul", "true"]) expect(takes(call(size)), size).toBe(false);
});

test("a value between tags is text if a combination or a reference makes it a string", async () => {
  const parameters = {
    type: "object",
    properties: {
      to: { $ref: "#/$defs/name" },
      note: { anyOf: [{ $ref: "#/$defs/name" }, { type: "null" }] },
    },
    required: ["to", "note"],
    additionalProperties: false,
    $defs: { name: { type: "string" } },
  };
  const tools: Tool[] = [{ type: "function", name: "run", parameters, strict: true }];
  const call = `<tool_call>
<function=run>
<parameter=to>
123
</parameter>
<parameter=note>
{"a": 1}
</parameter>
</function>
</tool_call>`;
  const { takes, read } = await held(templates.QWEN_3_CODER, { tools, toolChoice: "required" });
  expect(takes(call)).toBe(true);
  expect(read(call)).toEqual([["run", '{"to": "123", "note": "{\\"a\\": 1}"}']]);
});

describe("JSON between tags may contain the tag that closes it", () => {
  const parameters = {
    type: "object",
    properties: {
      lines: { type: "array", items: { type: "string" } },
      more: { anyOf: [{ type: "string" }, { type: "object", properties: { a: { type: "string" } } }] },
    },
    required: ["lines", "more"],
    additionalProperties: false,
  };
  const tools: Tool[] = [{ type: "function", name: "run", parameters, strict: true }];
  test.each([
    [
      "QWEN_3_CODER",
      (lines: string, more: string) =>
        `<tool_call>\n<function=run>\n<parameter=lines>\n${lines}\n</parameter>\n<parameter=more>\n${more}\n</parameter>\n</function>\n</tool_call>`,
    ],
    [
      "GLM_4_6",
      (lines: string, more: string) =>
        `<tool_call>run\n<arg_key>lines</arg_key>\n<arg_value>${lines}</arg_value>\n<arg_key>more</arg_key>\n<arg_value>${more}</arg_value>\n</tool_call>`,
    ],
  ] as const)("in answers of %s", async (name, call) => {
    const tags = "</parameter> </arg_value> \\n";
    for (const [lines, more, isObject] of [
      [`["see ${tags} here"]`, `{"a": "${tags}"}`, true],
      [`["${tags}", "\\""]`, '{"a": "b"} ', false],
      ["[]", '{"a', false],
      ["[]", "[1]", false],
    ] as const) {
      const { takes, read } = await held(TEMPLATES[name], { tools, toolChoice: "required" });
      const text = call(lines, more);
      expect(takes(text), text).toBe(true);
      const written = `{"lines": ${lines}, "more": ${isObject ? more : JSON.stringify(more)}}`;
      expect(read(text)).toEqual([["run", written]]);
      expect(JSON.parse(written)).toHaveProperty("lines");
    }
  });
});

test("tools that are not strict are constrained as far as possible, and left free otherwise", async () => {
  const parameters = {
    type: "object",
    properties: { a: { type: "integer", not: { const: 9 } } },
    required: ["a"],
  };
  const tool: Tool = { type: "function", name: "run", parameters, strict: false };
  const { takes } = await held(templates.QWEN_3, { tools: [tool], toolChoice: "required" });
  const call = (json: string) => `<tool_call>\n{"name": "run", "arguments": ${json}}\n</tool_call>`;
  expect([call('{"a": 1}'), call('{"a": ""}')].map(takes)).toEqual([true, false]);
  const broken: Tool = { ...tool, parameters: { properties: { a: 5 } } };
  const free = await held(templates.QWEN_3, { tools: [broken], toolChoice: "required" });
  expect(free.takes(call('{"a": ""}'))).toBe(true);
});

test("tools added within the conversation are constrained by their schemas too", async () => {
  const tool = {
    type: "function",
    name: "run",
    parameters: { properties: { a: { not: { const: 1 } } } },
    strict: true,
  };
  const item = { type: "additional_tools", tools: [tool] } as never;
  const { reading } = ask(templates.QWEN_3, [item, user("Go on.")], { tools: [] });
  await expect(reading.held(null)).rejects.toThrow(
    "cannot be constrained to this: /properties/a/not: `not` is supported only as `{}`",
  );
});
