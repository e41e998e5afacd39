import { fit, printable } from "./printable.ts";
import { type Row, row } from "./screen.ts";
import type { Theme } from "./theme.ts";

export type DiffLineKind = "file" | "hunk" | "context" | "removed" | "added" | "faint";

/** A line of a diff; `text` includes its sign. */
export interface DiffLine {
  readonly kind: DiffLineKind;
  readonly text: string;
}

/** Splits a unified diff into lines. */
function diffLines(diff: string): DiffLine[] {
  const lines = diff.replace(/\n$/, "").split(/\r?\n/);
  let inHunk = false;
  return lines.map((text) => {
    if (text.startsWith("@@")) inHunk = true;
    return { kind: kindOf(text, inHunk), text };
  });
}

// "---" and "+++" are file names only before the first hunk: a removed line "-- x" looks the same.
function kindOf(text: string, inHunk: boolean): DiffLineKind {
  if (!inHunk) return "file";
  if (text.startsWith("@@")) return "hunk";
  if (text.startsWith("-")) return "removed";
  if (text.startsWith("+")) return "added";
  return text.startsWith("\\") ? "faint" : "context";
}

/** Renders a diff line as a row of at most `width` cells. */
export function diffRow({ kind, text }: DiffLine, width: number, theme: Theme): Row {
  return row(fit(printable(text), width), paintOf(kind, theme));
}

/** Colours a unified diff for the scrollback, without cutting lines. */
export function colouredDiff(diff: string, theme: Theme): string {
  if (diff === "") return "";
  return diffLines(diff)
    .map(({ kind, text }) => `${paintOf(kind, theme)(printable(text))}\n`)
    .join("");
}

function paintOf(kind: DiffLineKind, theme: Theme): (text: string) => string {
  if (kind === "context") return (text) => text;
  if (kind === "file") return theme.strong;
  return theme[kind];
}
