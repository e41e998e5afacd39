import { expect, test } from "vitest";
import type { Prompt, PromptItem } from "../../contract/index.ts";
import { GEMMA_2, LLAMA_3, MISTRAL, QWEN_2_5 } from "../../prompt/chat-templates.fixture.ts";
import * as families from "../../prompt/families/fixtures/templates.fixture.ts";
import { chatFormat, type PromptFormat } from "../../prompt/index.ts";
import { Transcript } from "./transcript.ts";

const TEMPLATES = { QWEN_2_5, LLAMA_3, MISTRAL, GEMMA_2, ...families };

/** A token for each character. */
const tokenizer = {
  bos: null,
  tokenize: (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0),
};

const spelled = (tokens: readonly number[]) => String.fromCodePoint(...tokens);

/** Steers an answer that has come as far as `written`, of which the server made these items. */
function steer(format: PromptFormat, written: string, items: readonly PromptItem[]) {
  const question: Prompt = {
    tip: { parent: null, items: [{ role: "user", content: "Sort it." }] },
    instructions: null,
    tools: [],
  };
  const transcript = new Transcript();
  const asked = format.render(question);
  transcript.apply(transcript.continuationFor(asked, tokenizer));
  for (const token of tokenizer.tokenize(written)) transcript.write(token, String.fromCodePoint(token));
  const held = spelled(transcript.tokens);
  const tip = { parent: question.tip, items: [...items, { role: "user", content: "Use a loop." } as const] };
  const rendered = format.render({ ...question, tip }, asked);
  const continuation = transcript.continuationFor(rendered, tokenizer);
  transcript.apply(continuation);
  return {
    held,
    kept: spelled(transcript.tokens.slice(0, continuation.keptTokens)),
    whole: spelled(transcript.tokens),
  };
}

const PART: PromptItem = {
  type: "message",
  id: "msg",
  status: "incomplete",
  role: "assistant",
  content: [{ type: "output_text", text: "With a wh", annotations: [], logprobs: [] }],
};
const THOUGHT: PromptItem = {
  type: "reasoning",
  id: "rs",
  summary: [],
  content: [{ type: "reasoning_text", text: "Let me th" }],
};

/** What models write before, around and behind their thoughts. */
const THOUGHTS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  MISTRAL_NEMO: ["[THINK]", "[/THINK]"],
  MINISTRAL_3: ["[THINK]", "[/THINK]"],
  // The prompt has opened them.
  DEEPSEEK_R1: ["", "\n</think>\n\n"],
};
const THINK = ["<think>\n", "\n</think>\n\n"] as const;

/** Those whose template rewrites what stands before an earlier answer, or has no place for its thoughts. */
const REWRITTEN: Readonly<Record<string, readonly string[]>> = {
  GPT_OSS: ["thought", "both"],
  GLM_4_6: ["part", "thought", "both"],
};

for (const [name, template] of Object.entries(TEMPLATES)) {
  const format = chatFormat({ modelId: "m", template, bosToken: "<s>", eosToken: "</s>" });
  const [before, after] = THOUGHTS[name] ?? THINK;
  const rewritten = REWRITTEN[name] ?? [];

  // R1 is never asked without being made to think.
  test
    .skipIf(name === "DEEPSEEK_R1")
    .for([["part", name === "GPT_OSS" ? "<|channel|>final<|message|>With a wh" : "With a wh"] as const])(
    `${name} continues after an interrupted answer`,
    ([kind, written]) => {
      const { held, kept, whole } = steer(format, written, [PART]);
      if (!rewritten.includes(kind)) expect(kept).toBe(held);
      expect(whole).toMatch(/Sort it\.[\s\S]*With a wh[\s\S]*Use a loop\./);
    },
  );

  test(`${name} continues after interrupted reasoning, and after an answer interrupted behind it`, () => {
    const half = steer(format, `${before}Let me th`, [THOUGHT]);
    const more = steer(format, `${before}Let me th${after}With a wh`, [THOUGHT, PART]);
    for (const [kind, { held, kept, whole }] of [
      ["thought", half],
      ["both", more],
    ] as const) {
      if (!rewritten.includes(kind)) expect(kept).toBe(held);
      expect(whole).toContain("Use a loop.");
    }
  });
}
