import { dialectOf, excessLines, lineChanges, normalize, sameTree } from "../code/index.ts";
import type { Problem } from "../problem/index.ts";
import type { Sandbox } from "../sandbox/index.ts";
import { scopeViolations } from "../tests/index.ts";
import type { Attempt } from "./attempt.ts";
import { samePythonTree } from "./python-tree.ts";

type Judgement = Pick<
  Attempt,
  | "exact"
  | "same_tree"
  | "tests"
  | "violations"
  | "solved"
  | "silent_corruption"
  | "excess_lines"
  | "unchanged"
>;

/** Returns the judgement of an attempt without code. */
export function judgeWithoutAnswer(problem: Problem, outcome: Attempt["outcome"]): Judgement {
  const wrong = problem.after === null ? null : false;
  return {
    exact: wrong,
    same_tree: wrong,
    tests: problem.test === null ? null : { passed: false, failures: ["there is no answer"] },
    violations: null,
    solved: problem.declines && outcome === "unsure",
    silent_corruption: requiresNoChange(problem) ? false : null,
    excess_lines: null,
    unchanged: null,
  };
}

/** Returns whether the correct answer changes nothing: the model must decline, or there is nothing to do. */
function requiresNoChange({ declines, before, after }: Problem): boolean {
  return declines || (after !== null && normalize(before) === normalize(after));
}

export interface Answer {
  readonly code: string;
  /** Whether the user is warned that the answer may be wrong. */
  readonly flagged: boolean;
}

/** Judges an answer by the suite's reference, tests and scope. */
export async function judge(
  problem: Problem,
  { code, flagged }: Answer,
  sandbox: Sandbox,
  signal: AbortSignal,
): Promise<Judgement> {
  const { before, after, scope, language } = problem;
  const dialect = dialectOf(language);
  const tests = problem.test === null ? null : await problem.test(code, sandbox, signal);
  const answers = after === null ? [] : [after, ...(problem.alternatives ?? [])];
  const exact = after === null ? null : answers.some((one) => normalize(code) === normalize(one));
  const same_tree = after === null ? null : exact || (await matchesAnswer(answers, code, language, sandbox));
  const violations =
    scope === null || dialect === null ? null : scopeViolations(before, code, scope, dialect);
  const right = tests === null ? same_tree === true : tests.passed;
  const unchanged = normalize(code) === normalize(before);
  return {
    exact,
    same_tree,
    tests,
    violations,
    solved: right && (violations === null || violations.length === 0),
    silent_corruption: requiresNoChange(problem) ? !unchanged && !flagged : null,
    excess_lines: after === null ? null : excessLines(lineChanges(before, code), lineChanges(before, after)),
    unchanged,
  };
}

/** Returns null if no answer matches and some could not be compared. */
async function matchesAnswer(
  answers: readonly string[],
  code: string,
  language: string,
  sandbox: Sandbox,
): Promise<boolean | null> {
  let matches: boolean | null = false;
  for (const answer of answers) {
    const same = await haveSameTree(code, answer, language, sandbox);
    if (same === true) return true;
    matches = same === null ? null : matches;
  }
  return matches;
}

/** Returns null if trees of this language cannot be compared. */
async function haveSameTree(
  one: string,
  other: string,
  language: string,
  sandbox: Sandbox,
): Promise<boolean | null> {
  const dialect = dialectOf(language);
  if (dialect !== null) return sameTree(one, other, dialect);
  return language === "python" ? samePythonTree(one, other, sandbox) : null;
}
