import type { Tool } from "@flint/protocol";
import type { Prompt, PromptLink } from "../contract/index.ts";
import { itemText } from "./item-text.ts";
import { LinkFold } from "./link-fold.ts";
import { countTokens, tokenize } from "./tokens.ts";

/** A thread's content: a prompt and the output generated after it. */
export interface Transcript {
  /** Instructions and tools. */
  readonly head: string;
  readonly headTokens: number;
  readonly tip: PromptLink;
  /** The parts generated after the tip, rendered like items of the next prompt. */
  readonly answer: readonly string[];
}

interface Extent {
  /** Number of links from the root. */
  readonly depth: number;
  readonly tokens: number;
}

const extents = new LinkFold<Extent>({ depth: 0, tokens: 0 }, ({ depth, tokens }, link) => ({
  depth: depth + 1,
  tokens: link.items.reduce((sum, item) => sum + countTokens(itemText(item)), tokens),
}));

/** Cached JSON of tool lists: turns of a conversation usually share one list. */
const toolTexts = new WeakMap<readonly Tool[], string>();

function textOfTools(tools: readonly Tool[]): string {
  if (tools.length === 0) return "";
  const known = toolTexts.get(tools);
  if (known !== undefined) return known;
  const text = JSON.stringify(tools);
  toolTexts.set(tools, text);
  return text;
}

/** `held`: the thread's current transcript, whose head is usually the same. */
export function transcriptOf(
  { tip, instructions, tools }: Prompt,
  held: Transcript | null = null,
): Transcript {
  const head = `${instructions ?? ""}${textOfTools(tools)}`;
  const headTokens = held?.head === head ? held.headTokens : countTokens(head);
  return { head, headTokens, tip, answer: [] };
}

/** Counts the tokens of the prompt without the output. */
export function promptTokens({ headTokens, tip }: Transcript): number {
  return headTokens + extents.at(tip).tokens;
}

/**
 * Counts the tokens of the common prefix of `held` and `wanted`. Shared links are recognized by identity; only links
 * after the last shared one are compared by text.
 */
export function sharedTokens(held: Transcript, wanted: Transcript): number {
  if (held.head !== wanted.head) return commonPrefix(tokenize(held.head), tokenize(wanted.head));

  let ours: PromptLink | null = held.tip;
  let theirs: PromptLink | null = wanted.tip;
  const oursAfter: PromptLink[] = [];
  const theirsAfter: PromptLink[] = [];
  while (ours !== theirs) {
    if (theirs && depthOf(theirs) >= depthOf(ours)) {
      theirsAfter.push(theirs);
      theirs = theirs.parent;
    } else if (ours) {
      oursAfter.push(ours);
      ours = ours.parent;
    }
  }

  let shared = wanted.headTokens + (ours ? extents.at(ours).tokens : 0);
  const heldTexts = [...textsOf(oursAfter.reverse()), ...held.answer];
  for (const [place, text] of textsOf(theirsAfter.reverse()).entries()) {
    const heldText = heldTexts[place];
    if (heldText !== text) {
      return shared + (heldText === undefined ? 0 : commonPrefix(tokenize(heldText), tokenize(text)));
    }
    shared += countTokens(text);
  }
  return shared;
}

function depthOf(link: PromptLink | null): number {
  return link ? extents.at(link).depth : 0;
}

function textsOf(links: readonly PromptLink[]): string[] {
  return links.flatMap((link) => link.items.map(itemText));
}

function commonPrefix(ours: readonly string[], theirs: readonly string[]): number {
  const divergence = ours.findIndex((token, place) => token !== theirs[place]);
  return divergence === -1 ? ours.length : divergence;
}
