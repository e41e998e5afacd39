import type { Family } from "./families/index.ts";
import type { Origin } from "./format.ts";
import type { CallTraits, Slots, TemplateCall, TemplateMessage } from "./template/index.ts";
import { argumentsObject } from "./tools/index.ts";
import type { AssistantTurn, Call, ToolTurn, Turn, UserTurn } from "./turns.ts";

/** What rendering messages depends on. */
export interface MessageOptions {
  readonly slots: Slots;
  readonly family: Family;
  /** Null if the template does not support calls, which are then written as text. */
  readonly calls: CallTraits | null;
}

/** Returns the template messages of a conversation, with placeholders for its texts. */
export function chatMessages(
  turns: readonly Turn[],
  { slots, family, calls }: MessageOptions,
): TemplateMessage[] {
  if (!calls) return plainMessages(turns, slots, family);
  const writer = new MessageWriter(slots, family, calls);
  const separate = calls.parallel ? turns : separateCalls(turns);
  return (calls.interruptible ? separate : withMissingAnswers(separate)).flatMap((turn) =>
    writer.messages(turn),
  );
}

/** Prepends the system message to the first user message, for templates without a system role. */
export function withoutSystemRole(messages: readonly TemplateMessage[]): TemplateMessage[] {
  const [system, ...turns] = messages;
  if (system?.role !== "system") return [...messages];
  const [first, ...later] = turns;
  if (first?.role !== "user") return [{ role: "user", content: system.content }, ...turns];
  return [{ role: "user", content: `${system.content}\n\n${first.content}` }, ...later];
}

class MessageWriter {
  readonly #slots: Slots;
  readonly #family: Family;
  readonly #calls: CallTraits;
  /** Call ids as given to the template: a call and its output must have the same one. */
  readonly #ids = new Map<string, string>();

  constructor(slots: Slots, family: Family, calls: CallTraits) {
    this.#slots = slots;
    this.#family = family;
    this.#calls = calls;
  }

  messages(turn: Turn): TemplateMessage[] {
    switch (turn.role) {
      case "user":
        return [{ role: "user", content: textSlot(this.#slots, turn) }];
      case "assistant":
        return turn.calls.length > 0 ? this.#callMessages(turn) : this.#textMessages(turn);
      case "tool":
        return [
          {
            role: "tool",
            content: outputSlot(this.#slots, turn),
            tool_call_id: this.#id(turn.call),
            name: nameSlot(this.#slots, turn.call),
          },
        ];
    }
  }

  #textMessages(turn: AssistantTurn): TemplateMessage[] {
    const thinking = cutReasoning(this.#slots, turn, this.#family);
    if (thinking !== "") {
      return [{ role: "assistant", content: `${thinking}${textSlot(this.#slots, turn)}` }];
    }
    if (turn.text === "") return [];
    const thought = this.#thought(turn.reasoning, turn);
    return [{ role: "assistant", content: textSlot(this.#slots, turn), ...thought }];
  }

  /** Whether a template keeps reasoning, or text before a call, may depend on what follows; that is left to it. */
  #callMessages(turn: AssistantTurn): TemplateMessage[] {
    const { text, reasoning, calls } = turn;
    const { noContent, mergesPreamble } = this.#family;
    const tool_calls = calls.map((call) => this.#call(call));
    const isMerged = mergesPreamble && reasoning !== "" && text !== "";
    const thought = this.#thought(isMerged ? `${reasoning}\n\n${text}` : reasoning, turn);
    const isKept = this.#calls.preamble === "kept" && !isMerged && text !== "";
    const content = isKept ? this.#slots.optional(text, { item: turn.item, field: "content" }) : noContent;
    const message: TemplateMessage = { role: "assistant", content, ...thought, tool_calls };
    if (this.#calls.preamble !== "apart" || text === "") return [message];
    return [{ role: "assistant", content: textSlot(this.#slots, turn) }, message];
  }

  #thought(
    reasoning: string,
    { reasoningItem }: AssistantTurn,
  ): Pick<TemplateMessage, "reasoning_content" | "thinking"> {
    if (reasoning.trim() === "") return {};
    const text = this.#slots.optional(reasoning, { item: reasoningItem, field: "content" });
    return { reasoning_content: text, thinking: text };
  }

  #call(call: Call): TemplateCall {
    const written =
      this.#calls.arguments === "object"
        ? this.#slots.json(argumentsObject(call.arguments), argumentsOrigin(call))
        : this.#slots.optional(call.arguments, argumentsOrigin(call));
    return {
      id: this.#id(call),
      type: "function",
      function: { name: nameSlot(this.#slots, call), arguments: written },
    };
  }

  #id({ id, ordinal, item }: Call): string {
    const given =
      this.#family.callId?.(ordinal) ??
      this.#ids.get(id) ??
      String(this.#slots.json(id, { item, field: "call_id" }));
    this.#ids.set(id, given);
    return given;
  }
}

function textSlot(slots: Slots, { text, item }: UserTurn | AssistantTurn): string {
  return slots.required(text, { item, field: "content" });
}

/**
 * Returns the reasoning of an interrupted answer, to put into its text. Templates drop the reasoning of earlier
 * answers, but this one was not finished, and the next message may be about it.
 */
function cutReasoning(slots: Slots, turn: AssistantTurn, family: Family): string {
  const { open, close } = family.reasoning;
  const { cutReasoningTags = { before: `${open}\n`, after: `\n${close}\n\n` } } = family;
  if (!cutReasoningTags || turn.reasoning.trim() === "" || turn.calls.length > 0) return "";
  if (!turn.isCut && turn.text !== "") return "";
  const thought = slots.required(turn.reasoning, { item: turn.reasoningItem, field: "content" });
  return `${slots.ownText(cutReasoningTags.before)}${thought}${slots.ownText(cutReasoningTags.after)}`;
}

function outputSlot(slots: Slots, { text, item }: ToolTurn): string {
  return slots.required(text, { item, field: "output" });
}

function nameSlot(slots: Slots, { name, item }: Call): string {
  return String(slots.json(name, { item, field: "name" }));
}

function argumentsOrigin({ item, field }: Call): Origin {
  return { item, field };
}

/** Puts each call into a separate turn, followed by its output. */
function separateCalls(turns: readonly Turn[]): Turn[] {
  const outputs = outputsByCall(turns);
  return turns.flatMap((turn): Turn[] => {
    if (turn.role === "tool") return [];
    if (turn.role === "user" || turn.calls.length === 0) return [turn];
    return turn.calls.flatMap((call, place): Turn[] => [
      place === 0 ? { ...turn, calls: [call] } : { ...turn, text: "", reasoning: "", calls: [call] },
      ...(outputs.get(call) ?? []),
    ]);
  });
}

function outputsByCall(turns: readonly Turn[]): ReadonlyMap<Call, readonly ToolTurn[]> {
  const outputs = new Map<Call, ToolTurn[]>();
  for (const turn of turns) {
    if (turn.role !== "tool") continue;
    const ofCall = outputs.get(turn.call);
    if (ofCall === undefined) outputs.set(turn.call, [turn]);
    else ofCall.push(turn);
  }
  return outputs;
}

/** Inserts an answer before each user message that directly follows calls or their outputs. */
function withMissingAnswers(turns: readonly Turn[]): Turn[] {
  return turns.flatMap((turn, place): Turn[] => {
    const before = turns[place - 1];
    const isMissing = before?.role === "tool" || (before?.role === "assistant" && before.calls.length > 0);
    if (turn.role !== "user" || !isMissing) return [turn];
    return [{ ...INTERRUPTED, item: turn.item, reasoningItem: turn.item }, turn];
  });
}

const INTERRUPTED = {
  role: "assistant",
  text: "(interrupted)",
  reasoning: "",
  calls: [],
  isCut: false,
} as const;

/** Returns messages with calls and outputs as text, in the syntax described to models without one. */
function plainMessages(turns: readonly Turn[], slots: Slots, family: Family): TemplateMessage[] {
  const messages: TemplateMessage[] = [];
  for (const turn of turns) {
    const role = turn.role === "assistant" ? "assistant" : "user";
    const content = plainText(turn, slots, family);
    const last = messages.at(-1);
    if (content === "") continue;
    if (last?.role === role) messages[messages.length - 1] = { role, content: `${last.content}\n${content}` };
    else messages.push({ role, content });
  }
  return messages;
}

function plainText(turn: Turn, slots: Slots, family: Family): string {
  if (turn.role === "user") return textSlot(slots, turn);
  if (turn.role === "tool") return plainOutput(turn, slots);
  const calls = turn.calls.map(
    (call) =>
      `<tool_call>\n{"name": "${nameSlot(slots, call)}", "arguments": ${slots.required(call.arguments || "{}", argumentsOrigin(call))}}\n</tool_call>`,
  );
  const said = `${cutReasoning(slots, turn, family)}${textSlot(slots, turn)}`;
  return [said, ...calls].filter(Boolean).join("\n");
}

function plainOutput(turn: ToolTurn, slots: Slots): string {
  return `<tool_response>\n${outputSlot(slots, turn)}\n</tool_response>`;
}
