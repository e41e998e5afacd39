import type { CheckResult, EditResult } from "@flint/client";
import { duration } from "../measure/index.ts";
import { colouredDiff, printable, printableLines, themeFor } from "../paint/index.ts";
import { namedDiff } from "./named-diff.ts";
import type { SourceFile } from "./source.ts";
import { timingLine } from "./timing-line.ts";
import { lowConfidenceWarning, noChangeText, scopeWarnings, syntaxErrorText } from "./verdict.ts";
import { hardLinkNote } from "./write.ts";

/** How many of the last lines of a check's output are shown. */
const LAST_LINES = 12;

/** A finished edit of the source that the user called `name`. */
export interface Finished {
  readonly name: string;
  readonly result: EditResult;
  readonly applied: boolean;
  /** Null for stdin. */
  readonly file: SourceFile | null;
}

/** Prints one JSON object to stdout. */
export function printJson(finished: Finished): void {
  process.stdout.write(`${JSON.stringify(jsonOf(finished))}\n`);
}

export function jsonOf({ name, result, applied }: Omit<Finished, "file">): object {
  const { code, hunks, timings, verification, status, unchanged, declined, anchors, checks, model } = result;
  const diff = namedDiff(result.diff, name);
  return {
    file: name,
    code,
    diff,
    hunks,
    timings,
    verification,
    checks,
    status,
    unchanged,
    declined,
    anchors,
    applied,
    model,
    response_id: result.responseId,
  };
}

/**
 * Prints the diff and remarks. On a terminal both are shown in colour; otherwise stdout gets only the diff, suitable for
 * `patch`.
 */
export function printDiff(finished: Finished): void {
  const { name, result } = finished;
  const { stdout, stderr } = process;
  const diff = namedDiff(result.diff, name);
  stdout.write(stdout.isTTY ? colouredDiff(diff, themeFor(stdout)) : diff);
  const aside = stdout.isTTY ? stdout : stderr;
  const theme = themeFor(aside);
  for (const remark of remarks(finished)) aside.write(`${theme.warning(printableLines(remark))}\n`);
  aside.write(`${theme.faint(printable(timingLine(result)))}\n`);
}

/** Formats a check's result: `passed: npm test (1.24 s, confined by bubblewrap)`, with the output if it failed. */
export function checkLine({ name, passed, milliseconds, confinement, output }: CheckResult): string {
  const verdict = passed === null ? "not run" : passed ? "passed" : "not passed";
  const how = confinement === "none" ? "not confined" : `confined by ${confinement}`;
  const printed = output.trim();
  const proof = passed === true || printed === "" ? [] : printed.split("\n").slice(-LAST_LINES);
  return `${verdict}: ${printable(name)} (${duration(milliseconds)}, ${how})${proof.map((line) => `\n  ${printable(line)}`).join("")}`;
}

/** Returns remarks about an edit, one per line; with a null `name`, each starts with the file's name. */
export function remarks({
  name,
  result,
  applied,
  file,
}: Omit<Finished, "name"> & { readonly name: string | null }): string[] {
  const { status, unchanged, declined, anchors, checks, verification } = result;
  const lines: string[] = [];
  const lost = anchors?.filter(({ line }) => line === null).length ?? 0;
  if (lost > 0) {
    lines.push(
      `${lost} of ${anchors?.length} changes could not be placed in ${name ?? "it"} and were left out`,
    );
  }
  if (unchanged && status === "completed" && declined === null && lost === 0) {
    lines.push(noChangeText(name ?? "it"));
  }
  if (verification.parses === false) lines.push(syntaxErrorText(result));
  lines.push(...scopeWarnings(result));
  const unsure = declined === null ? lowConfidenceWarning(result) : null;
  if (unsure !== null) lines.push(unsure);
  for (const check of checks) lines.push(checkLine(check));
  if (applied) {
    const written = name === null ? "written" : `written to ${name}`;
    lines.push((file && hardLinkNote(file, name ?? "it")) ?? written);
  }
  return lines;
}
