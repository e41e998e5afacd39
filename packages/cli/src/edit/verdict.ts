import type { CheckResult, EditResult } from "@flint/client";
import { CliError } from "../error/index.ts";
import { printable } from "../paint/index.ts";
import { SELECT_PART } from "./selection.ts";

/** Returns why an answer must not be written to `name`, or null. `select`: the hint for editing less. */
export function objection(
  result: EditResult,
  name: string,
  force: boolean,
  select = SELECT_PART,
): CliError | null {
  if (result.status === "interrupted")
    return new CliError("interrupted", `stopped; ${name} is unchanged`, 130);
  if (result.declined !== null) {
    return new CliError(result.declined.code, `${result.declined.message}; ${name} is unchanged`, 3);
  }
  if (result.status === "incomplete") {
    return new CliError("answer_incomplete", `the answer was cut off at the end of the context; ${select}`);
  }
  const unmet = force ? null : unmetCheck(result.checks, name);
  if (unmet !== null) return unmet;
  // If the code did not parse before, the edit is not to blame.
  if (result.verification.parses !== false || result.verification.parsedBefore === false || force)
    return null;
  return new CliError(
    "answer_broken",
    `${syntaxErrorText(result)}; ${name} is unchanged: rephrase the instruction, or write it anyway with --force`,
  );
}

/** Returns the error of the check that prevents writing to `name`; null if all passed. */
export function unmetCheck(checks: readonly CheckResult[], name: string): CliError | null {
  const unmet = checks.find(({ passed }) => passed !== true);
  if (unmet === undefined) return null;
  const check = `"${printable(unmet.name)}"`;
  return new CliError(
    "check_failed",
    unmet.passed === null
      ? `the check ${check} could not be run; ${name} is unchanged: correct the check, or write it anyway with --force`
      : `the answer does not pass ${check}; ${name} is unchanged: rephrase the instruction, or write it anyway with --force`,
  );
}

/** Returns the message for an answer without changes; whether `name` needs any is unknown. */
export function noChangeText(name: string): string {
  return `the model proposes no change to ${name}; if there should be one, rephrase the instruction, or try a larger model`;
}

/** Describes the first syntax error of an answer that does not parse. */
export function syntaxErrorText({ verification }: Pick<EditResult, "verification">): string {
  const first = verification.errors[0];
  const place = first === undefined ? "" : ` (line ${first.line}: ${first.message})`;
  const before = verification.parsedBefore === false ? ", and neither did the original code" : "";
  return `the answer does not parse as ${verification.language ?? "code"}${place}${before}`;
}

/** Returns a warning if the model has low confidence in its answer, or null. */
export function lowConfidenceWarning({ verification }: Pick<EditResult, "verification">): string | null {
  const { doubtful, confidence } = verification;
  if (!doubtful || confidence === null) return null;
  return `the model is not sure of this (${Math.floor(100 * confidence)} %): check it closely, or rephrase the instruction`;
}

/** The most concerns shown; the diff shows the rest. */
const MOST_CONCERNS = 3;

/** Returns a line for each change that the instruction did not ask for. */
export function scopeWarnings({ verification }: EditResult): string[] {
  const concerns = verification.scope ?? [];
  const told = concerns
    .slice(0, MOST_CONCERNS)
    .map(({ line, message }) => `not asked for? line ${line}: ${message}`);
  const rest = concerns.length - told.length;
  return rest === 0 ? told : [...told, `and ${rest} more`];
}
