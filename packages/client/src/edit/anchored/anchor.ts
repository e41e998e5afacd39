import type { Match, NoPlace } from "./locate.ts";

/**
 * How a block of an anchored edit met the code. Placed: `exact`; `whitespace` and `unicode`, where the lines differ in
 * nothing else; `nearest`, where they were like one place and no other. Not placed: `missing`, `ambiguous` (at more
 * than one place), `overlapping` (a block before it changes these lines), `empty`, `cut` (the block has no end).
 */
export type AnchorVerdict = Match | NoPlace | "overlapping" | "cut";

export interface Anchor {
  /** 1-based line of the code where the block's lines begin; `null` if they have no place: the block is left out. */
  readonly line: number | null;
  readonly verdict: AnchorVerdict;
  /** The lines that the model gave to be found. */
  readonly search: readonly string[];
}

const COMPLAINTS: Readonly<Record<Exclude<AnchorVerdict, Match>, string>> = {
  missing: "The code has no such lines",
  ambiguous: "The code has these lines at more than one place; take in more lines around them",
  overlapping: "A block before this one changes the same lines",
  cut: "The block has not both of the lines ======= and >>>>>>> REPLACE",
  empty: "The SEARCH part is empty; repeat a neighbouring line in both parts",
};

/** What the model is told of a block without a place, so that it sends it again. Null of one that has its place. */
export function complaintOf({ line, verdict, search }: Anchor): string | null {
  if (line !== null) return null;
  const complaint = COMPLAINTS[verdict as keyof typeof COMPLAINTS];
  return `This SEARCH part cannot be used:
${search.join("\n")}
${complaint}. Send this block again with lines as they are in the code, then go on with the blocks that are left. The blocks before it are in place: do not repeat them.`;
}
