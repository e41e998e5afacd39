import type { Attempt } from "./attempt.ts";

/** Summary of several attempts. Shares are from 0 to 1; null if the suite does not define the value. */
export interface Summary {
  readonly attempts: number;
  /** Share solved by tests and scope; see {@link Attempt.solved}. */
  readonly solved: number;
  readonly tests: number | null;
  readonly exact: number | null;
  readonly same_tree: number | null;
  /** Share of the answers with code. */
  readonly parses: number | null;
  readonly unsure: number;
  readonly failed: number;
  readonly cut_off: number;
  /** Share of the answers with code that change nothing. */
  readonly unchanged: number | null;
  /** Share of the answers with code. */
  readonly out_of_scope: number | null;
  /** Share of wrong answers with changed code for which the user is warned. */
  readonly wrong_flagged: number | null;
  /** Share of correct answers for which the user is warned. */
  readonly right_flagged: number | null;
  /** Share of the edits that required no change; see {@link Attempt.silent_corruption}. */
  readonly silent_corruption: number | null;
  /** Median of the lines changed beyond the reference per answer, of all answers and of solved ones. */
  readonly excess_lines: number | null;
  readonly excess_lines_of_solved: number | null;
  /** Medians over the answers with code. */
  readonly seconds: number | null;
  readonly first_token_seconds: number | null;
  readonly tokens_per_second: number | null;
}

export function summarize(attempts: readonly Attempt[]): Summary {
  const answered = attempts.filter(({ outcome }) => outcome === "answered");
  const medianSeconds = (key: "total_ms" | "first_token_ms") => {
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
    seconds: medianSeconds("total_ms"),
    first_token_seconds: medianSeconds("first_token_ms"),
    tokens_per_second: median(answered.map(({ tokens_per_second }) => tokens_per_second)),
  };
}

/** Summarizes the attempts grouped by a field's value, in alphabetical order. */
export function summarizeBy(
  attempts: readonly Attempt[],
  field: "family" | "phrasing",
): Record<string, Summary> {
  const names = [...new Set(attempts.map((attempt) => attempt[field]))].sort();
  return Object.fromEntries(
    names.map((name) => [name, summarize(attempts.filter((attempt) => attempt[field] === name))]),
  );
}

/** Returns the share of true among the values that are not null; null if all are null. */
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
