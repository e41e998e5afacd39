import type { EditSetResult } from "@flint/client";
import { colouredDiff, printable, printableLines, themeFor } from "../paint/index.ts";
import { namedDiff } from "./named-diff.ts";
import { checkLine, jsonOf, remarks } from "./report.ts";
import type { FileSource } from "./source.ts";
import { timingLine } from "./timing-line.ts";

/** One JSON object on stdout: the set, and what `--json` has of an edit for each file. */
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

/** The diff of all files on stdout; beside it, file by file, what is worth knowing. */
export function printSet(
  sources: readonly FileSource[],
  { files, checks }: EditSetResult,
  applied: boolean,
): void {
  const { stdout, stderr } = process;
  const diffs = files.map((file) => namedDiff(file.diff, file.path));
  // One by one: in the middle of a diff a file's name reads as a line that is removed or added.
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
