import type { BrokenPrefix, Prompt, PromptItem } from "../../contract/index.ts";
import type { Origin } from "../../prompt/index.ts";
import { itemsOf, itemsSince } from "../../prompt/index.ts";
import type { Continuation, Passage, Transcript } from "./transcript.ts";

/** Two prompts of a thread, and how the second one continues from the thread's transcript. */
interface Comparison {
  readonly earlier: Prompt;
  readonly prompt: Prompt;
  readonly transcript: Transcript;
  readonly continuation: Continuation;
}

/**
 * Returns why a prompt does not start with its thread's whole transcript, and the responsible place in the request. Null
 * if it does, or if the prompt is unrelated.
 */
export function brokenPrefix(comparison: Comparison): BrokenPrefix | null {
  const { earlier, prompt, transcript, continuation } = comparison;
  const { kept, known, passages } = continuation;
  const atToken = commonTokens(comparison);
  if (atToken === continuation.keptTokens + continuation.newTokens.length) return null;
  if (atToken === transcript.tokens.length || !isOneConversation(earlier, prompt)) return null;
  const old = transcript.passages.slice(kept + known);
  const next = passages.slice(known);
  const blame = old.length === 0 ? causeInAnswer(comparison, next) : causeInPrompt(comparison, old, next);
  return blame && { atToken, ...blame };
}

/** Counts the common tokens, since different texts may start with the same tokens. */
function commonTokens({
  transcript: { tokens },
  continuation: { keptTokens, newTokens },
}: Comparison): number {
  let count = 0;
  while (count < newTokens.length && newTokens[count] === tokens[keptTokens + count]) count += 1;
  return keptTokens + count;
}

type BreakCause = Omit<BrokenPrefix, "atToken">;

function isOneConversation(earlier: Prompt, prompt: Prompt): boolean {
  if (itemsSince(earlier.tip, prompt.tip)) return true;
  const [first] = itemsOf(earlier.tip);
  return first !== undefined && JSON.stringify(first) === JSON.stringify(itemsOf(prompt.tip)[0]);
}

/** Handles an unchanged earlier prompt whose answer was changed or left out. */
function causeInAnswer(
  { earlier, prompt, transcript, continuation }: Comparison,
  next: readonly Passage[],
): BreakCause | null {
  const known = continuation.passages.slice(0, continuation.known);
  const come = known.slice(transcript.passages.length - continuation.kept);
  const left = transcript.written.slice(come.reduce((sum, { text }) => sum + text.length, 0));
  const origin = firstOrigin(next);
  if (left.trim() === "" || !origin || origin.item === null) return null;
  const items = itemsOf(prompt.tip);
  const asked = items.length - (itemsSince(earlier.tip, prompt.tip)?.length ?? items.length);
  const from = Math.max(asked, (known.findLast((it) => it.origin?.item != null)?.origin?.item ?? -1) + 1);
  for (let ordinal = from; ordinal < origin.item; ordinal++) {
    const type = items[ordinal]?.type;
    if (type === "reasoning") return { item: ordinal, field: "content", reason: "left_out" };
    // The template rewrites a call's arguments.
    if (type === "function_call") return { item: ordinal, field: "arguments", reason: "rewritten" };
    if (type === "custom_tool_call") return { item: ordinal, field: "input", reason: "rewritten" };
  }
  const item = items[origin.item];
  return item && isModelOutput(item) ? { ...origin, reason: "rewritten" } : null;
}

function causeInPrompt(
  { earlier, prompt, transcript, continuation }: Comparison,
  old: readonly Passage[],
  next: readonly Passage[],
): BreakCause | null {
  const [before, after] = [firstOrigin(old), firstOrigin(next)];
  // The prompt ends here: the client intentionally went back in the conversation.
  if (!after && next.every(({ special }) => special) && before) return null;
  // An unanswered question continues; only the template's text after it changes.
  const known = continuation.passages.slice(0, continuation.known);
  const lastKnown = known.at(-1)?.origin ?? null;
  const [oldOrigin, nextOrigin] = [old[0]?.origin, next[0]?.origin];
  const goesOn = lastKnown !== null && nextOrigin != null && isSame(lastKnown, nextOrigin);
  if (goesOn && oldOrigin === null) return null;
  // Text of the template itself, which includes the tools.
  const isGlue = oldOrigin === null && nextOrigin === null;
  if (isGlue) {
    const place = changedTool(earlier, prompt);
    if (place !== -1) return { item: null, field: `tools[${place}]`, reason: "changed" };
  }
  if (before && after && isSame(before, after)) {
    return isGlue ? TEMPLATE : { ...after, reason: "changed" };
  }
  if (before && !isAmong(next, before) && !isAmong(known, before)) return { ...before, reason: "left_out" };
  if (after && !isAmong(transcript.passages, after)) return { ...after, reason: "added" };
  return after ? { ...after, reason: "changed" } : TEMPLATE;
}

const TEMPLATE: BreakCause = { item: null, field: "template", reason: "changed" };

function firstOrigin(passages: readonly Passage[]): Origin | null {
  return passages.find(({ origin }) => origin !== null)?.origin ?? null;
}

function isAmong(passages: readonly Passage[], origin: Origin): boolean {
  return passages.some((passage) => passage.origin !== null && isSame(passage.origin, origin));
}

function isSame(one: Origin, other: Origin): boolean {
  return one.item === other.item && one.field === other.field;
}

/** Returns the index of the first changed tool, or -1. */
function changedTool({ tools: before }: Prompt, { tools: after }: Prompt): number {
  const longest = Math.max(before.length, after.length);
  for (let place = 0; place < longest; place++) {
    if (JSON.stringify(before[place]) !== JSON.stringify(after[place])) return place;
  }
  return -1;
}

function isModelOutput(item: PromptItem): boolean {
  if ("role" in item) return item.role === "assistant";
  return item.type === "reasoning" || item.type === "function_call" || item.type === "custom_tool_call";
}
