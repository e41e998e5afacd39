import type { Family } from "../families/index.ts";
import type { ChatTemplate, TemplateCall, TemplateMessage, TemplateTool } from "./chat-template.ts";

/** What a template supports, determined by rendering test conversations. */
export interface TemplateTraits {
  /** Whether it has a system role. */
  readonly system: boolean;
  /** Whether it has a place for tool definitions. */
  readonly definitions: boolean;
  /** How to pass calls and their outputs to it; null if it does not support them. */
  readonly calls: CallTraits | null;
}

export interface CallTraits {
  readonly arguments: "object" | "text";
  /** Whether it accepts several calls in one message. */
  readonly parallel: boolean;
  /** What happens to text before a call: it stays in the call's message, needs a separate message, or is lost. */
  readonly preamble: "kept" | "apart" | "dropped";
  /** Whether it accepts a user message right after a call's output, as when the user interrupted the model. */
  readonly interruptible: boolean;
}

const QUESTION: TemplateMessage = { role: "user", content: "probe question" };
const PREAMBLE = "probe preamble";
const TOOL: TemplateTool = {
  type: "function",
  function: {
    name: "probe_one",
    description: "probe description",
    parameters: {
      type: "object",
      properties: { probe_key: { type: "string", description: "probe parameter" } },
      required: ["probe_key"],
    },
  },
};

export function templateTraits(template: ChatTemplate, family: Family | null): TemplateTraits {
  const calls = family && callTraits(template, family);
  return {
    system: hasSystemRole(template, calls && new CallProbe(family, calls.arguments)),
    definitions: ["probe_one", "probe description", "probe_key"].every((text) =>
      shows(template, [QUESTION], [text], [TOOL]),
    ),
    calls,
  };
}

/** Some templates write the system message before the last user message, and only if no other message follows. */
function hasSystemRole(template: ChatTemplate, probe: CallProbe | null): boolean {
  const messages = [{ role: "system", content: "probe system" } as const, QUESTION];
  if (!shows(template, messages, ["probe system"])) return false;
  return !probe || shows(template, [...messages, probe.call(["one"]), probe.output("one")], ["probe system"]);
}

function callTraits(template: ChatTemplate, family: Family): CallTraits | null {
  for (const kind of ["object", "text"] as const) {
    const probe = new CallProbe(family, kind);
    const parts = ["probe_one", "probe_key", "probe value one", "probe output one"];
    if (!shows(template, [QUESTION, probe.call(["one"]), probe.output("one")], parts)) continue;
    return {
      arguments: kind,
      parallel: isParallel(template, probe),
      preamble: preambleTrait(template, probe),
      interruptible: shows(template, [QUESTION, probe.call(["one"]), probe.output("one"), QUESTION], parts),
    };
  }
  return null;
}

function isParallel(template: ChatTemplate, probe: CallProbe): boolean {
  const messages = [QUESTION, probe.call(["one", "two"]), probe.output("one"), probe.output("two")];
  return shows(template, messages, [
    "probe value one",
    "probe value two",
    "probe output one",
    "probe output two",
  ]);
}

function preambleTrait(template: ChatTemplate, probe: CallProbe): CallTraits["preamble"] {
  const end = [probe.output("one"), { role: "assistant", content: "probe answer" }, QUESTION] as const;
  const kept = [QUESTION, probe.call(["one"], PREAMBLE), probe.output("one")];
  if (shows(template, kept, [PREAMBLE, "probe value one"])) return "kept";
  const apart = [QUESTION, { role: "assistant", content: PREAMBLE } as const, probe.call(["one"]), ...end];
  return shows(template, apart, [PREAMBLE, "probe value one"]) ? "apart" : "dropped";
}

class CallProbe {
  readonly #family: Family;
  readonly #kind: CallTraits["arguments"];

  constructor(family: Family, kind: CallTraits["arguments"]) {
    this.#family = family;
    this.#kind = kind;
  }

  call(numbers: readonly Ordinal[], content: string | null = this.#family.noContent): TemplateMessage {
    return { role: "assistant", content, tool_calls: numbers.map((number) => this.#call(number)) };
  }

  output(number: Ordinal): TemplateMessage {
    return {
      role: "tool",
      content: `probe output ${number}`,
      tool_call_id: this.#id(number),
      name: `probe_${number}`,
    };
  }

  #call(number: Ordinal): TemplateCall {
    const value = { probe_key: `probe value ${number}` };
    return {
      id: this.#id(number),
      type: "function",
      function: {
        name: `probe_${number}`,
        arguments: this.#kind === "object" ? value : JSON.stringify(value),
      },
    };
  }

  #id(number: Ordinal): string {
    return this.#family.callId?.(number === "one" ? 1 : 2) ?? `call_${number}`;
  }
}

type Ordinal = "one" | "two";

/** Whether a template accepts these messages and writes all of these texts, in this order. */
function shows(
  template: ChatTemplate,
  messages: readonly TemplateMessage[],
  texts: readonly string[],
  tools: readonly TemplateTool[] = [],
): boolean {
  let rendered: string;
  try {
    rendered = template(messages, tools);
  } catch {
    return false;
  }
  let at = 0;
  for (const text of texts) {
    at = rendered.indexOf(text, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
