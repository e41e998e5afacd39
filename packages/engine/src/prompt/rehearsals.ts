import type { FunctionTool } from "@flint/protocol";
import type { Prompt, PromptItem, PromptLink } from "../contract/index.ts";

const TOOL: FunctionTool = {
  type: "function",
  name: "probe",
  description: "probe description",
  parameters: { type: "object", properties: { key: { type: "string" } }, required: ["key"] },
};

type Step = readonly PromptItem[];

const userMessage = (text: string): PromptItem => ({ role: "user", content: `probe question ${text}` });
const assistantMessage = (text: string): PromptItem => ({
  role: "assistant",
  content: `probe answer ${text}`,
});
const reasoningItem = (text: string): PromptItem => ({
  type: "reasoning",
  id: `probe_${text}`,
  summary: [],
  content: [{ type: "reasoning_text", text: `probe thought ${text}` }],
});
const callItem = (text: string): PromptItem => ({
  type: "function_call",
  id: `call_item_${text}`,
  status: "completed",
  call_id: `call_${text}`,
  name: TOOL.name,
  arguments: JSON.stringify({ key: `probe value ${text}` }),
});
const outputItem = (text: string): PromptItem => ({
  type: "function_call_output",
  call_id: `call_${text}`,
  output: `probe output ${text}`,
});

const TALK: readonly Step[] = [
  [userMessage("one")],
  [assistantMessage("one"), userMessage("two")],
  [reasoningItem("two"), assistantMessage("two"), userMessage("three")],
  [assistantMessage("three"), userMessage("four")],
  [userMessage("five")],
  [assistantMessage("five"), userMessage("six")],
];

const WORK: readonly Step[] = [
  [userMessage("one")],
  [reasoningItem("one"), callItem("one"), outputItem("one")],
  [callItem("two"), outputItem("two")],
  [
    reasoningItem("three"),
    assistantMessage("three"),
    callItem("three"),
    callItem("four"),
    outputItem("three"),
    outputItem("four"),
  ],
  [callItem("five"), outputItem("five")],
  [assistantMessage("six"), userMessage("six")],
  [callItem("seven"), outputItem("seven")],
  [callItem("eight"), outputItem("eight")],
  [reasoningItem("nine"), callItem("nine"), outputItem("nine")],
  [callItem("ten"), outputItem("ten")],
  [userMessage("eleven")],
  [assistantMessage("eleven"), userMessage("twelve")],
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
