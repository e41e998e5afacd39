import type { CheckResult, EditResult } from "@flint/client";
import { CliError } from "../error/index.ts";
import { printable } from "../paint/index.ts";
import { SELECT_PART } from "./selection.ts";

/** Why an answer may not be written to `name`; null when it may. `select` says how to edit less. */
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
  // Code that did not parse before is not to be blamed on the edit.
  if (result.verification.parses !== false || result.verification.parsedBefore === false || force)
    return null;
  return new CliError(
    "answer_broken",
    `${brokenAt(result)}; ${name} is unchanged: rephrase the instruction, or write it anyway with --force`,
  );
}

/** Why a check keeps what `name` stands for from being written; null where all pass. */
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

/** What is to be said of an answer without a change: whether `name` needs one is not known. */
export function proposesNothing(name: string): string {
  return `the model proposes no change to ${name}; if there should be one, rephrase the instruction, or try a larger model`;
}

/** What is wrong with an answer that does not parse. */
export function brokenAt({ verification }: Pick<EditResult, "verification">): string {
  const first = verification.errors[0];
  const place = first === undefined ? "" : ` (line ${first.line}: ${first.message})`;
  const before = verification.parsedBefore === false ? ", and neither did the original code" : "";
  return `the answer does not parse as ${verification.language ?? "code"}${place}${before}`;
}

/** Said of an answer that its own model does not believe in; null of others. */
export function doubt({ verification }: Pick<EditResult, "verification">): string | null {
  const { doubtful, confidence } = verification;
  if (!doubtful || confidence === null) return null;
  return `the model is not sure of this (${Math.floor(100 * confidence)} %): check it closely, or rephrase the instruction`;
}

/** Concerns that are told at most; the diff shows the rest. */
const MOST_CONCERNS = 3;

/** What was changed that the instruction does not speak of, a line each. */
export function outOfScope({ verification }: EditResult): string[] {
  const concerns = verification.scope ?? [];
  const told = concerns
    .slice(0, MOST_CONCERNS)
    .map(({ line, message }) => `not asked for? line ${line}: ${message}`);
  const rest = concerns.length - told.length;
  return rest === 0 ? told : [...told, `and ${rest} more`];
}
