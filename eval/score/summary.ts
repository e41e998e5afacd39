import type { Attempt } from "./attempt.ts";

/** What a number of attempts came to. Shares are from 0 to 1; null where the suite says nothing of it. */
export interface Summary {
  readonly attempts: number;
  /** Tests and scope; see {@link Attempt.solved}. */
  readonly solved: number;
  readonly tests: number | null;
  readonly exact: number | null;
  readonly same_tree: number | null;
  /** Of the answers with code. */
  readonly parses: number | null;
  readonly unsure: number;
  readonly failed: number;
  readonly cut_off: number;
  /** Of the answers with code: those that leave it as it was. */
  readonly unchanged: number | null;
  /** Of the answers with code. */
  readonly out_of_scope: number | null;
  /** Of the answers with code that is changed and not right: those of which people are told so. */
  readonly wrong_flagged: number | null;
  /** Of the answers that are right: those of which people are told that they may be wrong. */
  readonly right_flagged: number | null;
  /** Of the edits in which nothing was to be changed: see {@link Attempt.silent_corruption}. */
  readonly silent_corruption: number | null;
  /** Lines changed beyond the reference, per answer: the median of all answers, and of those whose tests pass. */
  readonly excess_lines: number | null;
  readonly excess_lines_of_solved: number | null;
  /** Medians, of the answers with code. */
  readonly seconds: number | null;
  readonly first_token_seconds: number | null;
  readonly tokens_per_second: number | null;
}

export function summarize(attempts: readonly Attempt[]): Summary {
  const answered = attempts.filter(({ outcome }) => outcome === "answered");
  const milliseconds = (key: "total_ms" | "first_token_ms") => {
    const middle = median(answered.map((attempt) => attempt[key]));
    return middle === null ? null : middle / 1000;
  };
  return {
    attempts: attempts.length,
    solved: share(attempts.map(({ solved }) => solved)) ?? 0,
    tests: share(attempts.map(({ tests }) => tests?.passed ?? null)),
    exact: share(attempts.map(({ exact }) => exact)),
    same_tree: share(attempts.map(({ same_tree }) => same_tree)),
    parses: share(answered.map(({ parses }) => parses)),
    unsure: share(attempts.map(({ outcome }) => outcome === "unsure")) ?? 0,
    failed: share(attempts.map(({ outcome }) => outcome === "failed")) ?? 0,
    cut_off: share(attempts.map(({ outcome }) => outcome === "cut_off")) ?? 0,
    unchanged: share(answered.map(({ unchanged }) => unchanged)),
    out_of_scope: share(
      answered.map(({ violations }) => (violations === null ? null : violations.length > 0)),
    ),
    wrong_flagged: share(
      answered
        .filter(({ solved, unchanged }) => !solved && unchanged === false)
        .map(({ flagged }) => flagged),
    ),
    right_flagged: share(answered.filter(({ solved }) => solved).map(({ flagged }) => flagged)),
    silent_corruption: share(attempts.map(({ silent_corruption }) => silent_corruption)),
    excess_lines: median(answered.map(({ excess_lines }) => excess_lines)),
    excess_lines_of_solved: median(
      answered.filter(({ solved }) => solved).map(({ excess_lines }) => excess_lines),
    ),
    seconds: milliseconds("total_ms"),
    first_token_seconds: milliseconds("first_token_ms"),
    tokens_per_second: median(answered.map(({ tokens_per_second }) => tokens_per_second)),
  };
}

/** Summaries of the attempts that have the same value of a field, by that value, in alphabetical order. */
export function summarizeBy(
  attempts: readonly Attempt[],
  field: "family" | "phrasing",
): Record<string, Summary> {
  const names = [...new Set(attempts.map((attempt) => attempt[field]))].sort();
  return Object.fromEntries(
    names.map((name) => [name, summarize(attempts.filter((attempt) => attempt[field] === name))]),
  );
}

/** The share of true among what is known; null if nothing is. */
function share(values: readonly (boolean | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.filter(Boolean).length / known.length;
}

function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
