import type { Prompt, PromptLink } from "../contract/index.ts";
import { itemText } from "./item-text.ts";
import { LinkFold } from "./link-fold.ts";
import { tokenize } from "./tokens.ts";

/** What a thread holds: a prompt, and what was generated after it. */
export interface Transcript {
  /** Instructions and tools. */
  readonly head: string;
  readonly tip: PromptLink;
  /** The parts generated after the tip, as the items of the next prompt will read. */
  readonly answer: readonly string[];
}

interface Extent {
  /** Links from the root. */
  readonly depth: number;
  readonly tokens: number;
}

const extents = new LinkFold<Extent>({ depth: 0, tokens: 0 }, ({ depth, tokens }, link) => ({
  depth: depth + 1,
  tokens: link.items.reduce((sum, item) => sum + tokenize(itemText(item)).length, tokens),
}));

export function transcriptOf({ tip, instructions, tools }: Prompt): Transcript {
  return { head: `${instructions ?? ""}${tools.length === 0 ? "" : JSON.stringify(tools)}`, tip, answer: [] };
}

/** Tokens of the prompt alone. */
export function promptTokens({ head, tip }: Transcript): number {
  return tokenize(head).length + extents.at(tip).tokens;
}

/**
 * Tokens at the start of `wanted` that `held` has too. Shared links are told by identity; only the links after the
 * last shared one are compared by their text.
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

  let shared = tokenize(wanted.head).length + (ours ? extents.at(ours).tokens : 0);
  const heldTexts = [...textsOf(oursAfter.reverse()), ...held.answer];
  for (const [place, text] of textsOf(theirsAfter.reverse()).entries()) {
    const tokens = tokenize(text);
    const common = commonPrefix(tokens, tokenize(heldTexts[place] ?? ""));
    shared += common;
    if (common < tokens.length) break;
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
