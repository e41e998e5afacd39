import { expect, test } from "vitest";
import type { Prompt, PromptItem, PromptLink } from "../../contract/index.ts";
import { QWEN_3 } from "../../prompt/families/fixtures/templates.fixture.ts";
import { chatFormat } from "../../prompt/index.ts";
import { brokenPrefix } from "./broken-prefix.ts";
import { Transcript } from "./transcript.ts";

/** A token for each character. */
const tokenizer = {
  bos: null,
  tokenize: (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0),
};

const DATED = `Today is {{ day }}.${QWEN_3}`;

/** A thread that is brought to prompts, and answers as it is told to. */
class Thread {
  readonly transcript = new Transcript();
  #earlier: Prompt | null = null;

  /** Gives what is to blame, and the text up to there. */
  prefill(prompt: Prompt, template = QWEN_3) {
    const rendered = chatFormat({ modelId: "m", template }).render(prompt);
    const continuation = this.transcript.continuationFor(rendered, tokenizer);
    const broke =
      this.#earlier &&
      brokenPrefix({ earlier: this.#earlier, prompt, transcript: this.transcript, continuation });
    this.transcript.apply(continuation);
    this.#earlier = prompt;
    return broke;
  }

  answer(text: string): void {
    for (const token of tokenizer.tokenize(text)) this.transcript.write(token, String.fromCodePoint(token));
  }
}

const user = (content: string): PromptItem => ({ role: "user", content });
const assistant = (content: string): PromptItem => ({ role: "assistant", content });
const tool = (name: string, description = "d"): Prompt["tools"][number] => ({
  type: "function",
  name,
  description,
  parameters: { type: "object", properties: {} },
});
const prompt = (items: readonly PromptItem[], more: Partial<Prompt> = {}): Prompt => ({
  tip: { parent: null, items },
  instructions: "Be brief.",
  tools: [tool("run"), tool("stop")],
  ...more,
});
const call = (id: string, args: string): PromptItem => ({
  type: "function_call",
  id: `item_${id}`,
  status: "completed",
  call_id: id,
  name: "run",
  arguments: args,
});
const output = (id: string, text: string): PromptItem => ({
  type: "function_call_output",
  call_id: id,
  output: text,
});

const asked = [user("first"), assistant("one"), user("second")];

function breakOf(before: Prompt, after: Prompt) {
  const thread = new Thread();
  expect(thread.prefill(before)).toBeNull();
  return thread.prefill(after);
}

test("a continuation, the same or an earlier prompt, and another conversation break no prefix", () => {
  const on = prompt([...asked, assistant("two"), user("third")]);
  expect(breakOf(prompt(asked), on)).toBeNull();
  expect(breakOf(prompt(asked), prompt(asked))).toBeNull();
  expect(breakOf(on, prompt(asked))).toBeNull();
  expect(breakOf(prompt(asked), prompt([user("else")], { instructions: "Be long." }))).toBeNull();
});

test("a field that the request changed is named, with the number of common tokens", () => {
  const before = prompt(asked);
  const start = "<|im_start|>system\nBe ";
  expect(breakOf(before, prompt(asked, { instructions: "Be long." }))).toEqual({
    atToken: start.length,
    item: null,
    field: "instructions",
    reason: "changed",
  });
  const tools = [tool("run"), tool("stop", "e")];
  expect(breakOf(before, prompt(asked, { tools }))).toMatchObject({ field: "tools[1]", reason: "changed" });
  expect(breakOf(before, prompt(asked, { tools: [tool("run")] }))).toMatchObject({ field: "tools[1]" });
  expect(breakOf(before, prompt(asked, { verbosity: "low" }))).toMatchObject({
    item: null,
    field: "text.verbosity",
    reason: "added",
  });
});

test("a changed item is named, and so is one that the template moves ahead of others", () => {
  const before = prompt([...asked, call("a", '{"n":1}'), output("a", "x")]);
  const changed = prompt([
    ...asked,
    call("a", '{"n":1}'),
    output("a", "y"),
    call("b", "{}"),
    output("b", "z"),
  ]);
  expect(breakOf(before, changed)).toMatchObject({ item: 4, field: "output", reason: "changed" });
  const edited = prompt([user("first"), assistant("won"), user("second")]);
  expect(breakOf(before, edited)).toMatchObject({ item: 1, field: "content", reason: "changed" });
  const told: Prompt = {
    ...before,
    tip: { parent: before.tip, items: [{ role: "developer", content: "Hush." }] },
  };
  expect(breakOf(before, told)).toMatchObject({ item: 5, field: "content", reason: "added" });
});

test("reasoning that the template leaves out is named, whether it was in the prompt or just generated", () => {
  const reasoning: PromptItem = {
    type: "reasoning",
    id: "rs",
    summary: [],
    content: [{ type: "reasoning_text", text: "hmm" }],
  };
  const before = prompt([user("first"), reasoning, call("a", "{}"), output("a", "x")]);
  const after: Prompt = {
    ...before,
    tip: { parent: before.tip, items: [assistant("done"), user("more")] },
  };
  expect(breakOf(before, after)).toMatchObject({ item: 1, field: "content", reason: "left_out" });

  const thread = new Thread();
  const question = prompt([user("first")]);
  thread.prefill(question);
  thread.answer("<think>\nhmm\n</think>\n\ndone");
  const tip: PromptLink = { parent: question.tip, items: [reasoning, assistant("done"), user("more")] };
  expect(thread.prefill({ ...question, tip })).toMatchObject({
    item: 1,
    field: "content",
    reason: "left_out",
  });
});

test("an answer sent back with other text is named, but not one that was dropped or cut at a stop sequence", () => {
  const question = prompt([user("first")]);
  const after = (text: string, ...items: PromptItem[]) => {
    const thread = new Thread();
    thread.prefill(question);
    thread.answer(text);
    return thread.prefill({ ...question, tip: { parent: question.tip, items } });
  };
  const written = '<tool_call>\n{"name": "run", "arguments": {"n":1}}\n</tool_call>';
  expect(after(written, call("a", '{"n":1}'), output("a", "x"))).toMatchObject({
    item: 1,
    reason: "rewritten",
  });
  expect(after("one", assistant("won"), user("more"))).toMatchObject({
    item: 1,
    field: "content",
    reason: "rewritten",
  });
  expect(after("one STOP", assistant("one"), user("more"))).toBeNull();
  expect(after("one", user("more"))).toBeNull();
});

test("the template is named if its own text changed", () => {
  const thread = new Thread();
  thread.prefill(prompt(asked), DATED.replace("{{ day }}", "Monday"));
  expect(thread.prefill(prompt(asked), DATED.replace("{{ day }}", "Tuesday"))).toMatchObject({
    atToken: "Today is ".length,
    item: null,
    field: "template",
    reason: "changed",
  });
});
