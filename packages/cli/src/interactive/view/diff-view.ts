import type { Decision, EditState, Token } from "@flint/client";
import { type Row, type Span, spanRow, type Theme, withoutCells } from "../../paint/index.ts";
import type { CodeColors } from "./code-colors.ts";
import {
  anchoredRows,
  continues,
  type DiffRow,
  type DiffRows,
  liveRows,
  numberOf,
  type Piece,
  proposedRows,
  windowOf,
} from "./diff-rows.ts";
import { wrappedRows } from "./wrapped-rows.ts";

const DECISIONS: Readonly<Record<Decision, string>> = {
  open: "",
  accepted: "✓ accepted",
  rejected: "✗ rejected",
};

/** Marks a row that continues the line of the previous row. */
const GOES_ON = "↳";

/** Renders an edit as a diff of at most `room` rows and `width` cells. */
export function diffView(
  edit: EditState,
  language: string | null,
  {
    width,
    room,
    theme,
    colors,
    aside = 0,
  }: { width: number; room: number; theme: Theme; colors: CodeColors; aside?: number },
): Row[] {
  const live = edit.isRunning || (edit.end === null && !edit.isFurther);
  const proposed = live ? arrivingRows(edit) : proposedRows(edit);
  // When scrolled sideways, all lines start at the same column, so that old and new line up.
  const all = live || aside > 0 ? proposed : wrappedRows(proposed, width);
  const shown = windowOf(all, room);
  const original = live ? edit.question.input : edit.question.base;
  const tokens = tokensOf(shown, original, language, colors);
  const digits = Math.max(...shown.map((row) => String(numberOf(row) ?? "").length), 1);
  return shown.map((row) => spanRow(spansOf(row, tokens.get(row), { digits, theme, colors, aside }), width));
}

function arrivingRows(edit: EditState): DiffRows {
  const { anchored, question, chosen } = edit;
  return anchored === null
    ? liveRows(edit.arriving.preview())
    : anchoredRows(question.input, anchored, chosen);
}

interface Look {
  readonly digits: number;
  readonly theme: Theme;
  readonly colors: CodeColors;
  /** Cells hidden at the left. */
  readonly aside: number;
}

function spansOf(
  row: DiffRow,
  tokens: readonly Token[] | undefined,
  { digits, theme, colors, aside }: Look,
): Span[] {
  if (row.kind === "gap") {
    const text = `${" ".repeat(digits)}  ⋯ ${row.lines} ${row.lines === 1 ? "line" : "lines"}`;
    return [{ text, paint: theme.faint }];
  }
  if (row.kind === "more") {
    const text = `${" ".repeat(digits)}  ⋯ ${row.lines} ${row.lines === 1 ? "line" : "lines"} more of this change: PgDn`;
    return [{ text, paint: theme.hunk }];
  }
  if (row.kind === "head") {
    const mark = row.chosen ? "▶" : " ";
    const text = `${mark} change ${row.hunk + 1} of ${row.count} ${DECISIONS[row.decision]}`.trimEnd();
    return [{ text, paint: row.chosen ? theme.strong : row.decision === "open" ? theme.hunk : theme.faint }];
  }
  const number: Span = { text: `${String(numberOf(row) ?? "").padStart(digits)} `, paint: theme.faint };
  const line = (sign: string, paint: Span["paint"], code: readonly Span[]) => [
    number,
    { text: sign, paint },
    ...withoutCells(code, aside),
  ];
  switch (row.kind) {
    case "removed":
      return line(continues(row) ? GOES_ON : "-", theme.removed, [
        { text: shownText(row), paint: theme.removed },
      ]);
    case "added": {
      const sign = continues(row) ? GOES_ON : "+";
      // An added line without highlighting gets the colour of its sign.
      if (tokens === undefined || tokens.length === 0)
        return line(sign, theme.added, [{ text: shownText(row), paint: theme.added }]);
      return line(sign, theme.added, spansWithin(colors.spans(row.text, tokens), row.piece));
    }
    case "expected":
      return line(" ", theme.faint, [{ text: row.text, paint: theme.faint }]);
    case "context":
      return line(" ", undefined, colors.spans(row.text, tokens));
  }
}

function shownText({ text, piece }: { readonly text: string; readonly piece?: Piece }): string {
  return text.slice(piece?.start, piece?.end);
}

/** Returns the part of a line's spans that falls within the piece. */
function spansWithin(spans: readonly Span[], piece: Piece | undefined): readonly Span[] {
  if (piece === undefined) return spans;
  let at = 0;
  return spans.map(({ text, paint }) => {
    const start = Math.max(piece.start - at, 0);
    const end = Math.max(piece.end - at, 0);
    at += text.length;
    return { text: text.slice(start, end), paint };
  });
}

/** Tokens of the visible rows. Unchanged lines are tokenized as part of the original, added ones on their own. */
function tokensOf(
  rows: readonly DiffRow[],
  original: string,
  language: string | null,
  colors: CodeColors,
): Map<DiffRow, readonly Token[]> {
  const tokens = new Map<DiffRow, readonly Token[]>();
  const context = rows.filter((row) => row.kind === "context");
  const [first, last] = [context[0]?.oldLine, context.at(-1)?.oldLine];
  if (first !== undefined && last !== undefined) {
    const lines = colors.lines(language, original, first, last);
    for (const row of context) tokens.set(row, lines[row.oldLine - first] ?? []);
  }
  for (const run of addedRuns(rows)) {
    const texts = new Map(run.map(({ newLine, text }) => [newLine, text]));
    const lines = colors.snippet(language, [...texts.values()]);
    const first = run[0]?.newLine ?? 0;
    for (const row of run) tokens.set(row, lines[row.newLine - first] ?? []);
  }
  return tokens;
}

type AddedRow = Extract<DiffRow, { kind: "added" }>;

/** Groups consecutive added lines, so that each group is tokenized once. */
function addedRuns(rows: readonly DiffRow[]): AddedRow[][] {
  const runs: AddedRow[][] = [];
  for (const [index, row] of rows.entries()) {
    if (row.kind !== "added") continue;
    if (rows[index - 1]?.kind === "added") runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  return runs;
}
