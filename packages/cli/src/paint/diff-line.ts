import { fit, printable } from "./printable.ts";
import { type Row, row } from "./screen.ts";
import type { Theme } from "./theme.ts";

export type DiffLineKind = "file" | "hunk" | "context" | "removed" | "added" | "faint";

/** One line of a diff; `text` holds its sign. */
export interface DiffLine {
  readonly kind: DiffLineKind;
  readonly text: string;
}

/** The lines of a unified diff. */
function diffLines(diff: string): DiffLine[] {
  const lines = diff.replace(/\n$/, "").split(/\r?\n/);
  let inHunk = false;
  return lines.map((text) => {
    if (text.startsWith("@@")) inHunk = true;
    return { kind: kindOf(text, inHunk), text };
  });
}

// A removed line may read "-- x" and an added one "++ x": only before the first hunk is that a file's name.
function kindOf(text: string, inHunk: boolean): DiffLineKind {
  if (!inHunk) return "file";
  if (text.startsWith("@@")) return "hunk";
  if (text.startsWith("-")) return "removed";
  if (text.startsWith("+")) return "added";
  return text.startsWith("\\") ? "faint" : "context";
}

/** A diff line as a terminal row of at most `width` cells. */
export function diffRow({ kind, text }: DiffLine, width: number, theme: Theme): Row {
  return row(fit(printable(text), width), paintOf(kind, theme));
}

/** A unified diff in colours, whole lines, for the scrollback. */
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
