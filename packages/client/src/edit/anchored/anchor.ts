import type { Match, NoPlace } from "./locate.ts";

/**
 * The result of looking up a block of an anchored edit. Placed: `exact`; `whitespace` or `unicode` (the lines differ
 * only in that); `nearest` (the lines are similar to exactly one place). Not placed: `missing`, `ambiguous` (found at
 * several places), `overlapping` (an earlier block changes these lines), `empty`, `cut` (the block has no end).
 */
export type AnchorVerdict = Match | NoPlace | "overlapping" | "cut";

export interface Anchor {
  /** 1-based line of the code where the block's lines begin; `null` if the block has no place and is skipped. */
  readonly line: number | null;
  readonly verdict: AnchorVerdict;
  /** The lines to find, as the model wrote them. */
  readonly search: readonly string[];
}

const REASONS: Readonly<Record<Exclude<AnchorVerdict, Match>, string>> = {
  missing: "The code has no such lines",
  ambiguous: "The code has these lines at more than one place; take in more lines around them",
  overlapping: "A block before this one changes the same lines",
  cut: "The block has not both of the lines ======= and >>>>>>> REPLACE",
  empty: "The SEARCH part is empty; repeat a neighbouring line in both parts",
};

/** Returns the steer that asks the model to repeat a block without a place; null if the block has its place. */
export function retryMessage({ line, verdict, search }: Anchor): string | null {
  if (line !== null) return null;
  const reason = REASONS[verdict as keyof typeof REASONS];
  return `This SEARCH part cannot be used:
${search.join("\n")}
${reason}. Send this block again with lines as they are in the code, then go on with the blocks that are left. The blocks before it are in place: do not repeat them.`;
}
