import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Prompt, PromptItem, PromptLink } from "../contract/index.ts";
import { chatFormat } from "./chat-format.ts";
import { GEMMA_2, LLAMA_3, MISTRAL, QWEN_2_5 } from "./chat-templates.fixture.ts";
import * as families from "./families/fixtures/templates.fixture.ts";
import type { PromptFormat, RenderedPrompt } from "./format.ts";

const TEMPLATES = { QWEN_2_5, LLAMA_3, MISTRAL, GEMMA_2, ...families };
const TOOLS: Prompt["tools"] = [
  { type: "function", name: "run", parameters: { type: "object", properties: { cmd: { type: "string" } } } },
];

const written = ({ text }: RenderedPrompt) => text.map((segment) => segment.text).join("");

/** Prompts that go on from each other, as a thread has them. */
class Thread {
  readonly #format: PromptFormat;
  #rendered: RenderedPrompt | null = null;
  #text = "";
  /** Prompts of which the end alone was rendered. */
  continued = 0;

  constructor(format: PromptFormat) {
    this.#format = format;
  }

  stand(prompt: Prompt): string {
    this.#rendered = this.#format.render(prompt, this.#rendered);
    if (this.#rendered.kept > 0) this.continued += 1;
    this.#text = this.#text.slice(0, this.#rendered.kept) + written(this.#rendered);
    return this.#text;
  }
}

const texts = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ""),
  fc.constantFrom("yes", "  padded\n", '{"a": 1}', "<|im_end|>", "<think>hm</think>ok"),
);

/** What a turn of a conversation adds. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("ask" as const), text: texts, thought: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("steer" as const), text: texts, thought: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("work" as const), text: texts, thought: fc.boolean() }),
  },
);

function itemsOf(kind: "ask" | "steer" | "work", text: string, thought: boolean, at: number): PromptItem[] {
  const reasoning: PromptItem[] = thought
    ? [
        {
          type: "reasoning",
          id: `rs_${at}`,
          summary: [],
          content: [{ type: "reasoning_text", text: `I think ${text}` }],
        },
      ]
    : [];
  if (kind === "steer") return [{ role: "user", content: `rather ${text}` }];
  if (kind === "ask") {
    return [...reasoning, { role: "assistant", content: `said ${text}` }, { role: "user", content: text }];
  }
  const call_id = `call_${at}`;
  return [
    ...reasoning,
    {
      type: "function_call",
      id: `fc_${at}`,
      status: "completed",
      call_id,
      name: "run",
      arguments: JSON.stringify({ cmd: text }),
    },
    { type: "function_call_output", call_id, output: `out ${text}` },
  ];
}

describe.each(Object.entries(TEMPLATES))("%s", (_name, template) => {
  const format = chatFormat({ modelId: "m", template, bosToken: "<s>", eosToken: "</s>" });

  test("a continued prompt has the same text as one rendered from scratch", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 18 }), fc.boolean(), (steps, hasTools) => {
        const thread = new Thread(format);
        const question = { instructions: "Be brief.", tools: hasTools ? TOOLS : [] };
        let tip: PromptLink = { parent: null, items: [{ role: "user", content: "first" }] };
        thread.stand({ ...question, tip });
        for (const [at, { kind, text, thought }] of steps.entries()) {
          tip = { parent: tip, items: itemsOf(kind, text, thought, at) };
          const whole = refusalOr(() => written(format.render({ ...question, tip })));
          expect(refusalOr(() => thread.stand({ ...question, tip }))).toEqual(whole);
          if (typeof whole !== "string") return;
        }
      }),
      { numRuns: 15 },
    );
  });
});

function refusalOr(run: () => string): unknown {
  try {
    return run();
  } catch (cause) {
    return { refused: String(cause) };
  }
}

test("nearly every turn of a long conversation continues the last prompt instead of rendering it all", () => {
  const format = chatFormat({ modelId: "m", template: QWEN_2_5 });
  const thread = new Thread(format);
  let tip: PromptLink = { parent: null, items: [{ role: "user", content: "first" }] };
  thread.stand({ tip, instructions: null, tools: [] });
  for (let at = 0; at < 300; at++) {
    tip = { parent: tip, items: itemsOf("ask", `question ${at}`, false, at) };
    thread.stand({ tip, instructions: null, tools: [] });
  }
  expect(thread.continued).toBeGreaterThan(300 - 10);
});

test("changed instructions or tools, or a developer message, render the whole prompt again", () => {
  const format = chatFormat({ modelId: "m", template: QWEN_2_5 });
  const tip: PromptLink = { parent: null, items: [{ role: "user", content: "first" }] };
  const next: PromptLink = { parent: tip, items: itemsOf("ask", "more", false, 1) };
  const told: PromptLink = { parent: next, items: [{ role: "developer", content: "be kind" }] };
  const prompts: Prompt[] = [
    { tip: next, instructions: "Be brief.", tools: [] },
    { tip: next, instructions: null, tools: TOOLS },
    { tip: told, instructions: null, tools: [] },
  ];
  for (const prompt of prompts) {
    const thread = new Thread(format);
    thread.stand({ tip, instructions: null, tools: [] });
    expect(thread.stand(prompt)).toBe(written(format.render(prompt)));
    expect(thread.continued).toBe(0);
  }
});

test("a template that depends on the whole conversation is always rendered from scratch", () => {
  const template =
    "{% for m in messages %}<{{ m.role }} {{ loop.index }}>{{ m.content }}{% endfor %}<assistant>";
  const format = chatFormat({ modelId: "m", template });
  const thread = new Thread(format);
  let tip: PromptLink = { parent: null, items: [{ role: "user", content: "first" }] };
  for (let at = 0; at < 10; at++) {
    const prompt = { tip, instructions: null, tools: [] };
    expect(thread.stand(prompt)).toBe(written(format.render(prompt)));
    tip = { parent: tip, items: itemsOf("ask", `question ${at}`, false, at) };
  }
  expect(thread.continued).toBe(0);
});

test("a change of date leaves the text of a continued prompt as it was", () => {
  vi.useFakeTimers({ now: new Date(2026, 0, 1) });
  try {
    const template =
      "Today is {{ strftime_now('%d') }}.\n{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}<assistant>";
    const format = chatFormat({ modelId: "m", template });
    const thread = new Thread(format);
    let tip: PromptLink = { parent: null, items: [{ role: "user", content: "first" }] };
    const next = (at: number) => {
      tip = { parent: tip, items: itemsOf("ask", `question ${at}`, false, at) };
      return thread.stand({ tip, instructions: null, tools: [] });
    };
    next(1);
    const before = next(2);
    vi.setSystemTime(new Date(2026, 0, 2));
    expect(next(3).startsWith(before)).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
