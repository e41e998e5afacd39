import type { CheckResult, EditResult } from "@flint/client";
import { duration } from "../measure/index.ts";
import { colouredDiff, printable, themeFor } from "../paint/index.ts";
import { namedDiff } from "./named-diff.ts";
import type { Source } from "./source.ts";
import { timingLine } from "./timing-line.ts";
import { brokenAt, outOfScope } from "./verdict.ts";

/** Of what a check printed. */
const LAST_LINES = 12;

export interface Finished {
  readonly source: Source;
  readonly result: EditResult;
  readonly applied: boolean;
}

/** One JSON object on stdout. */
export function printJson({ source, result, applied }: Finished): void {
  const { code, hunks, timings, verification, status, unchanged, declined, anchors, checks, model } = result;
  const diff = namedDiff(result.diff, source.name);
  const object = {
    file: source.name,
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
  };
  process.stdout.write(`${JSON.stringify({ ...object, response_id: result.responseId })}\n`);
}

/**
 * The diff on stdout, and beside it what is worth knowing. On a terminal all of it goes there in colours;
 * otherwise stdout holds the diff alone, fit for `patch`.
 */
export function printDiff({ source, result, applied }: Finished): void {
  const { stdout, stderr } = process;
  const diff = namedDiff(result.diff, source.name);
  stdout.write(stdout.isTTY ? colouredDiff(diff, themeFor(stdout)) : diff);
  const aside = stdout.isTTY ? stdout : stderr;
  const theme = themeFor(aside);
  for (const remark of remarks({ source, result, applied })) aside.write(`${theme.warning(remark)}\n`);
  aside.write(`${theme.faint(timingLine(result))}\n`);
}

/** `passed: npm test (1.24 s, confined by bubblewrap)`, with the proof of one that did not. */
function checkLine({ name, passed, milliseconds, confinement, output }: CheckResult): string {
  const verdict = passed === null ? "not run" : passed ? "passed" : "not passed";
  const how = confinement === "none" ? "not confined" : `confined by ${confinement}`;
  const proof = passed === true ? [] : output.trim().split("\n").slice(-LAST_LINES);
  return `${verdict}: ${printable(name)} (${duration(milliseconds)}, ${how})${proof.map((line) => `\n  ${printable(line)}`).join("")}`;
}

function remarks({ source, result, applied }: Finished): string[] {
  const { status, unchanged, declined, anchors, checks, verification } = result;
  const lines: string[] = [];
  const lost = anchors?.filter(({ line }) => line === null).length ?? 0;
  if (lost > 0) {
    lines.push(`${lost} of ${anchors?.length} changes had no place in ${source.name} and are left out`);
  }
  if (unchanged && status === "completed" && declined === null && lost === 0) {
    lines.push(`nothing to change: the model left ${source.name} as it is`);
  }
  if (verification.parses === false) lines.push(brokenAt(result));
  lines.push(...outOfScope(result));
  for (const check of checks) lines.push(checkLine(check));
  if (applied) lines.push(`written to ${source.name}`);
  return lines;
}
