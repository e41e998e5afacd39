import type { FunctionTool } from "@flint/protocol";
import type { Prompt, PromptItem, PromptLink } from "../contract/index.ts";

const TOOL: FunctionTool = {
  type: "function",
  name: "probe",
  description: "probe description",
  parameters: { type: "object", properties: { key: { type: "string" } }, required: ["key"] },
};

type Step = readonly PromptItem[];

const asked = (text: string): PromptItem => ({ role: "user", content: `probe question ${text}` });
const answered = (text: string): PromptItem => ({ role: "assistant", content: `probe answer ${text}` });
const thought = (text: string): PromptItem => ({
  type: "reasoning",
  id: `probe_${text}`,
  summary: [],
  content: [{ type: "reasoning_text", text: `probe thought ${text}` }],
});
const called = (text: string): PromptItem => ({
  type: "function_call",
  id: `call_item_${text}`,
  status: "completed",
  call_id: `call_${text}`,
  name: TOOL.name,
  arguments: JSON.stringify({ key: `probe value ${text}` }),
});
const gave = (text: string): PromptItem => ({
  type: "function_call_output",
  call_id: `call_${text}`,
  output: `probe output ${text}`,
});

const TALK: readonly Step[] = [
  [asked("one")],
  [answered("one"), asked("two")],
  [thought("two"), answered("two"), asked("three")],
  [answered("three"), asked("four")],
  [asked("five")],
  [answered("five"), asked("six")],
];

const WORK: readonly Step[] = [
  [asked("one")],
  [thought("one"), called("one"), gave("one")],
  [called("two"), gave("two")],
  [thought("three"), answered("three"), called("three"), called("four"), gave("three"), gave("four")],
  [called("five"), gave("five")],
  [answered("six"), asked("six")],
  [called("seven"), gave("seven")],
  [called("eight"), gave("eight")],
  [thought("nine"), called("nine"), gave("nine")],
  [called("ten"), gave("ten")],
  [asked("eleven")],
  [answered("eleven"), asked("twelve")],
];

/**
 * Returns test conversations for a chat template: is the end of a prompt the same whether the template renders the
 * whole conversation or only its last turns? Each consists of the prompts of its steps, each continuing the one
 * before.
 */
export function rehearsals(): readonly (readonly Prompt[])[] {
  const instructions = "probe instructions";
  return [
    prompts(TALK, { instructions: null, tools: [] }),
    prompts(TALK.slice(0, 3), { instructions, tools: [TOOL] }),
    prompts(WORK, { instructions, tools: [TOOL] }),
  ];
}

function prompts(steps: readonly Step[], question: Omit<Prompt, "tip">): Prompt[] {
  let tip: PromptLink | null = null;
  return steps.map((items) => {
    tip = { parent: tip, items };
    return { ...question, tip };
  });
}
