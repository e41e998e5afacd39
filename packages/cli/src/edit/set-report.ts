import type { EditSetResult } from "@flint/client";
import { colouredDiff, printable, printableLines, themeFor } from "../paint/index.ts";
import { namedDiff } from "./named-diff.ts";
import { checkLine, jsonOf, remarks } from "./report.ts";
import type { FileSource } from "./source.ts";
import { timingLine } from "./timing-line.ts";

/** Prints one JSON object to stdout: the set's fields, and for each file those of a single edit. */
export function printSetJson({ files, checks, status, unchanged }: EditSetResult, applied: boolean): void {
  const object = {
    files: files.map((result) =>
      jsonOf({ name: result.path, result, applied: applied && !result.unchanged }),
    ),
    checks,
    status,
    unchanged,
    applied,
  };
  process.stdout.write(`${JSON.stringify(object)}\n`);
}

/** Prints the diff of all files, and remarks file by file. */
export function printSet(
  sources: readonly FileSource[],
  { files, checks }: EditSetResult,
  applied: boolean,
): void {
  const { stdout, stderr } = process;
  const diffs = files.map((file) => namedDiff(file.diff, file.path));
  // Colour each diff separately: within a hunk, a file header would look like a removed or added line.
  const shown = stdout.isTTY ? diffs.map((diff) => colouredDiff(diff, themeFor(stdout))) : diffs;
  stdout.write(shown.join(""));
  const aside = stdout.isTTY ? stdout : stderr;
  const theme = themeFor(aside);
  for (const [at, file] of files.entries()) {
    const source = sources[at]?.file ?? null;
    const told = remarks({
      ...{ name: null, result: file },
      ...{ applied: applied && !file.unchanged, file: source },
    });
    for (const remark of told)
      aside.write(`${theme.warning(`${printable(file.path)}: ${printableLines(remark)}`)}\n`);
    aside.write(`${theme.faint(`${printable(`${file.path}: ${timingLine(file)}`)}`)}\n`);
  }
  for (const check of checks) aside.write(`${theme.warning(checkLine(check))}\n`);
}
