import type { BrokenPrefix, Prompt, PromptItem } from "../../contract/index.ts";
import type { Origin } from "../../prompt/index.ts";
import { itemsOf, itemsSince } from "../../prompt/index.ts";
import type { Continuation, Passage, Transcript } from "./transcript.ts";

/** Two prompts of one thread, and how the second one goes on from what the thread holds. */
interface Comparison {
  readonly earlier: Prompt;
  readonly prompt: Prompt;
  readonly transcript: Transcript;
  readonly continuation: Continuation;
}

/**
 * Why a prompt does not begin with all that its thread holds: the place in the request that is to blame. Null where it
 * does, and where it is about something else altogether.
 */
export function brokenPrefix(comparison: Comparison): BrokenPrefix | null {
  const { earlier, prompt, transcript, continuation } = comparison;
  const { kept, known, keptTokens, newTokens, passages } = continuation;
  if (newTokens.length === 0 || keptTokens === transcript.tokens.length) return null;
  if (!isOneConversation(earlier, prompt)) return null;
  const old = transcript.passages.slice(kept + known);
  const next = passages.slice(known);
  const blame = old.length === 0 ? blameOfAnswer(comparison, next) : blameOfPrompt(comparison, old, next);
  return blame && { atToken: keptTokens, ...blame };
}

type Blame = Omit<BrokenPrefix, "atToken">;

function isOneConversation(earlier: Prompt, prompt: Prompt): boolean {
  if (itemsSince(earlier.tip, prompt.tip)) return true;
  const [first] = itemsOf(earlier.tip);
  return first !== undefined && JSON.stringify(first) === JSON.stringify(itemsOf(prompt.tip)[0]);
}

/** The earlier prompt stands, and what the model answered comes back in other words. */
function blameOfAnswer({ earlier, prompt }: Comparison, next: readonly Passage[]): Blame | null {
  const items = itemsOf(prompt.tip);
  const from = items.length - (itemsSince(earlier.tip, prompt.tip)?.length ?? items.length);
  const origin = firstOrigin(next);
  if (!origin) return null;
  const left = items.findIndex((item, ordinal) => {
    const isBefore = origin.item === null || ordinal < origin.item;
    return ordinal >= from && isBefore && isModels(item) && !next.some((it) => it.origin?.item === ordinal);
  });
  if (left !== -1) return { item: left, field: "content", reason: "left_out" };
  const item = origin.item === null ? undefined : items[origin.item];
  return item && isModels(item) ? { ...origin, reason: "rewritten" } : null;
}

function blameOfPrompt(
  { earlier, prompt, transcript, continuation }: Comparison,
  old: readonly Passage[],
  next: readonly Passage[],
): Blame | null {
  const [before, after] = [firstOrigin(old), firstOrigin(next)];
  // The prompt ends here: it takes a part of the conversation back, as it was asked to.
  if (!after && next.every(({ special }) => special) && before) return null;
  const isText = old[0]?.origin !== null || next[0]?.origin !== null;
  if (!isText) {
    const place = changedTool(earlier, prompt);
    if (place !== -1) return { item: null, field: `tools[${place}]`, reason: "changed" };
  }
  if (before && after && isSame(before, after)) {
    const isGlue = old[0]?.origin === null && next[0]?.origin === null;
    return isGlue ? TEMPLATE : { ...after, reason: "changed" };
  }
  const stays = (origin: Origin, passages: readonly Passage[]) =>
    passages.some((passage) => passage.origin !== null && isSame(passage.origin, origin));
  const known = continuation.passages.slice(0, continuation.known);
  if (before && !stays(before, next) && !stays(before, known)) return { ...before, reason: "left_out" };
  if (after && !stays(after, transcript.passages)) return { ...after, reason: "added" };
  return after ? { ...after, reason: "changed" } : TEMPLATE;
}

const TEMPLATE: Blame = { item: null, field: "template", reason: "changed" };

function firstOrigin(passages: readonly Passage[]): Origin | null {
  return passages.find(({ origin }) => origin !== null)?.origin ?? null;
}

function isSame(one: Origin, other: Origin): boolean {
  return one.item === other.item && one.field === other.field;
}

/** The first tool that is not what it was; -1 where all are. */
function changedTool({ tools: before }: Prompt, { tools: after }: Prompt): number {
  const longest = Math.max(before.length, after.length);
  for (let place = 0; place < longest; place++) {
    if (JSON.stringify(before[place]) !== JSON.stringify(after[place])) return place;
  }
  return -1;
}

function isModels(item: PromptItem): boolean {
  if ("role" in item) return item.role === "assistant";
  return item.type === "reasoning" || item.type === "function_call" || item.type === "custom_tool_call";
}
