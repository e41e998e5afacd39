import type { Prompt, PromptItem, PromptLink } from "../contract/index.ts";
import { isMessage, itemsSince } from "./conversation.ts";
import type { PromptSegment, PromptText } from "./format.ts";
import type { ToolSet } from "./tools/index.ts";
import { type Conversation, extendConversation, type Turn } from "./turns.ts";

/** The place in a prompt's text at which a turn's text begins. */
export interface Anchor {
  readonly turn: Turn;
  /** Characters before it. */
  readonly at: number;
  /** The template's text right before it. */
  readonly before: string;
}

/** What is kept of a rendered prompt to render one that continues it. */
export interface PromptState {
  readonly tip: PromptLink;
  /** The request without the conversation. */
  readonly question: string;
  readonly tools: ToolSet;
  /** Whether the tools were passed to the template or written as text. */
  readonly definitions: "template" | "text";
  /** The conversation from its last user turn on. */
  readonly conversation: Conversation;
  /** Whether there were turns before that. */
  readonly hasEarlier: boolean;
  /** Where the last user turn begins. */
  readonly asked: Anchor;
  /** Where the last tool output begins, if the conversation ends with one. */
  readonly given: Anchor | null;
  /** The number of items at which the whole prompt is rendered again as a check. */
  readonly nextCheck: number;
}

/** The last turns of a conversation, from which the end of its prompt is rendered. */
export interface Window {
  readonly anchor: Anchor;
  readonly turns: readonly Turn[];
  readonly conversation: Conversation;
}

/** Returns what must be equal for one prompt to continue another. */
export function continuationKey({ tip: _, ...question }: Prompt): string {
  return JSON.stringify(question);
}

/**
 * Returns a window that covers everything in which the prompt's end can differ from the earlier prompt. Returns null
 * if something new belongs at the prompt's beginning, or if the conversation does not continue the earlier one.
 */
export function windowOf(standing: PromptState, tip: PromptLink): Window | null {
  const items = itemsSince(standing.tip, tip);
  if (!items) return null;
  const conversation = extendConversation(standing.conversation, items, standing.tools);
  if (items.some((item) => belongsAtBeginning(item) || isOrphanOutput(item, conversation))) return null;
  const { turns } = conversation;
  const [first] = turns;
  if (!first) return null;
  const head = standing.hasEarlier ? EARLIER : [];
  if (standing.given && isNextStep(standing, turns)) {
    // Also include the step before: the text before an output may begin after the previous output.
    const start = stepBefore(turns, stepBefore(turns, placeOf(standing.given, turns)));
    if (start > 1)
      return { anchor: standing.given, turns: [...head, first, ...turns.slice(start)], conversation };
  }
  return { anchor: standing.asked, turns: [...head, ...turns], conversation };
}

/** Stands for all turns before the window: templates treat the first user turn differently. */
const EARLIER: readonly Turn[] = [
  { role: "user", text: "An earlier question.", item: -1 },
  {
    role: "assistant",
    text: "Its answer.",
    reasoning: "",
    calls: [],
    item: -2,
    reasoningItem: -2,
    isCut: false,
  },
];

/** Whether no user turn was added since: after one, some templates render earlier steps differently. */
function isNextStep({ conversation }: PromptState, turns: readonly Turn[]): boolean {
  return turns.at(-1)?.role === "tool" && !turns.slice(conversation.turns.length).some(isQuestion);
}

function isQuestion({ role }: Turn): boolean {
  return role === "user";
}

function placeOf({ turn }: Anchor, turns: readonly Turn[]): number {
  return turns.findIndex(({ item }) => item === turn.item);
}

/** Returns the index of the turn that begins the step ending at, or before, an output. */
function stepBefore(turns: readonly Turn[], end: number): number {
  let place = turns[end]?.role === "tool" ? end : end - 1;
  while (turns[place]?.role === "tool") place -= 1;
  return place;
}

function belongsAtBeginning(item: PromptItem): boolean {
  if (isMessage(item)) return item.role === "developer" || item.role === "system";
  return item.type === "additional_tools";
}

/** Whether this is the output of a call made before the window. */
function isOrphanOutput(item: PromptItem, { calls }: Conversation): boolean {
  return "call_id" in item && typeof item.call_id === "string" && !calls.has(item.call_id);
}

/** Returns the index of the segment at which a turn's text begins; -1 if the prompt does not contain it. */
export function segmentOf({ role, item }: Turn, text: PromptText): number {
  const field = role === "tool" ? "output" : "content";
  return text.findIndex(({ origin }) => origin?.item === item && origin.field === field);
}

/** Returns where a prompt's last user turn and last output begin. `kept` characters precede `text`. */
export function anchorsOf(
  turns: readonly Turn[],
  text: PromptText,
  kept: number,
): { asked: Anchor | null; given: Anchor | null } {
  const asked = turns.findLast(isQuestion);
  const given = turns.at(-1);
  return {
    asked: asked ? anchorAt(asked, text, kept) : null,
    given: given?.role === "tool" ? anchorAt(given, text, kept) : null,
  };
}

function anchorAt(turn: Turn, text: PromptText, kept: number): Anchor | null {
  const place = segmentOf(turn, text);
  const before = text[place - 1];
  return before ? { turn, at: kept + lengthOf(text.slice(0, place)), before: before.text } : null;
}

function lengthOf(segments: readonly PromptSegment[]): number {
  return segments.reduce((sum, { text }) => sum + text.length, 0);
}

/** Returns the conversation from its last user turn on. */
export function sinceLastQuestion(conversation: Conversation): Conversation {
  const start = conversation.turns.findLastIndex(isQuestion);
  if (start <= 0) return conversation;
  const turns = conversation.turns.slice(start);
  const calls = new Map(
    turns.flatMap((turn) =>
      turn.role === "assistant" ? turn.calls.map((call) => [call.id, call] as const) : [],
    ),
  );
  return { ...conversation, turns, calls };
}
