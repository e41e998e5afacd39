import type { Decision, EditState, Hunk, Preview } from "@flint/client";

/** The part of a wrapped line that one row shows, as character offsets. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

export type DiffRow =
  | { readonly kind: "context"; readonly text: string; readonly oldLine: number }
  | { readonly kind: "expected"; readonly text: string; readonly oldLine: number }
  | {
      readonly kind: "removed";
      readonly text: string;
      readonly oldLine: number;
      readonly hunk: number | null;
      /** Absent if the row shows the whole line. */
      readonly piece?: Piece;
    }
  | {
      readonly kind: "added";
      readonly text: string;
      readonly newLine: number;
      readonly hunk: number | null;
      readonly piece?: Piece;
    }
  /** The heading of a change, with its decision. */
  | {
      readonly kind: "head";
      readonly hunk: number;
      readonly decision: Decision;
      readonly chosen: boolean;
      readonly count: number;
    }
  | { readonly kind: "gap"; readonly lines: number }
  /** Says that the chosen change continues below the screen. */
  | { readonly kind: "more"; readonly lines: number };

export interface DiffRows {
  readonly rows: readonly DiffRow[];
  /** The row that must be visible: where the model writes, or the chosen hunk. */
  readonly focus: number;
  /** Rows from the focus on that should be visible if there is room. */
  readonly focusLength: number;
  /** Rows of the focus that the user scrolled past; absent while the screen follows the answer. */
  readonly offset?: number;
}

const CONTEXT = 3;

type Block =
  | {
      readonly kind: "same";
      readonly oldStart: number;
      readonly lines: readonly string[];
    }
  | {
      readonly kind: "changed";
      readonly oldStart: number;
      readonly oldLines: readonly string[];
      readonly newStart: number;
      readonly newLines: readonly string[];
      readonly hunk: number | null;
    };

/** Rows of a running edit: every change, a few unchanged lines around it, and a few lines still expected. */
export function liveRows(preview: Preview): DiffRows {
  const blocks: Block[] = [];
  let expected: DiffRow[] = [];
  for (const piece of preview.pieces) {
    if (piece.kind === "expected") {
      expected = piece.lines
        .slice(0, CONTEXT)
        .map((text, n) => ({ kind: "expected", text, oldLine: piece.oldStart + n }));
    } else if (piece.kind === "changed") blocks.push({ ...piece, hunk: null });
    else blocks.push({ ...piece, kind: "same" });
  }
  const rows = rowsOf(blocks, expected.length > 0);
  return {
    rows: [...rows, ...expected],
    focus: Math.max(rows.length - 1, 0),
    focusLength: 1 + expected.length,
  };
}

/** Rows of a running anchored edit: the changes received so far, focused on the latest. */
export function anchoredRows(input: string, hunks: readonly Hunk[], latest: number): DiffRows {
  const rows = rowsOf(blocksOf(input, hunks), false);
  const focus = Math.max(
    rows.findIndex((row) => "hunk" in row && row.hunk === latest),
    0,
  );
  const { oldLines = [], newLines = [] } = hunks[latest] ?? {};
  return { rows, focus, focusLength: oldLines.length + newLines.length };
}

/** Rows of a proposal: each change under a heading with its decision. */
export function proposedRows(edit: EditState): DiffRows {
  const { hunks } = edit;
  const rows: DiffRow[] = [];
  let focus = 0;
  let focusLength = 1;
  for (const row of rowsOf(blocksOf(edit.question.base, hunks), false)) {
    const begins = "hunk" in row && row.hunk !== null && lastHunk(rows) !== row.hunk;
    if (begins) {
      const hunk = row.hunk;
      const chosen = hunk === edit.chosen;
      if (chosen) {
        focus = rows.length;
        const { oldLines = [], newLines = [] } = hunks[hunk] ?? {};
        focusLength = 1 + oldLines.length + newLines.length;
      }
      rows.push({ kind: "head", hunk, decision: edit.decision(hunk), chosen, count: hunks.length });
    }
    rows.push(row);
  }
  return { rows, focus, focusLength, offset: edit.offset };
}

function lastHunk(rows: readonly DiffRow[]): number | null {
  const last = rows.at(-1);
  return last !== undefined && "hunk" in last ? last.hunk : null;
}

function blocksOf(base: string, hunks: readonly Hunk[]): Block[] {
  const lines = base.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  const blocks: Block[] = [];
  let next = 1;
  const addUnchanged = (end: number): void => {
    if (end > next)
      blocks.push({
        kind: "same",
        oldStart: next,
        lines: lines.slice(next - 1, end - 1),
      });
  };
  for (const [index, hunk] of hunks.entries()) {
    addUnchanged(hunk.oldStart);
    blocks.push({ ...hunk, kind: "changed", hunk: index });
    next = hunk.oldStart + hunk.oldLines.length;
  }
  addUnchanged(lines.length + 1);
  return blocks;
}

/** `more`: something follows the last block, so the unchanged lines before that are shown too. */
function rowsOf(blocks: readonly Block[], more: boolean): DiffRow[] {
  const rows: DiffRow[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "changed") {
      const { hunk } = block;
      for (const [n, text] of block.oldLines.entries())
        rows.push({ kind: "removed", text, oldLine: block.oldStart + n, hunk });
      for (const [n, text] of block.newLines.entries())
        rows.push({ kind: "added", text, newLine: block.newStart + n, hunk });
      continue;
    }
    const head = blocks[index - 1]?.kind === "changed" ? CONTEXT : 0;
    const tail = blocks[index + 1]?.kind === "changed" || (more && index === blocks.length - 1) ? CONTEXT : 0;
    const { length } = block.lines;
    const hidden = length - head - tail;
    for (const [n, text] of block.lines.entries()) {
      if (hidden > 1 && n >= head && n < length - tail) {
        if (n === head) rows.push({ kind: "gap", lines: hidden });
        continue;
      }
      rows.push({
        kind: "context",
        text,
        oldLine: block.oldStart + n,
      });
    }
  }
  return rows;
}

/** Selects `room` rows: the focus, and as much before it as fits. */
export function windowOf(all: DiffRows, room: number): readonly DiffRow[] {
  const { rows, focus, focusLength, offset } = all;
  if (rows.length <= room) return rows;
  if (offset !== undefined && focusLength > room) return pageOf(all, offset, room);
  const end = Math.min(Math.max(focus + Math.min(focusLength, room), room), rows.length);
  const start = Math.min(Math.max(end - room, 0), focus);
  return rows.slice(start, start + room);
}

/** Shows a change taller than the screen from `offset` on; the last row says how much of it follows. */
function pageOf({ rows, focus, focusLength }: DiffRows, offset: number, room: number): readonly DiffRow[] {
  const shown = rows.slice(focus + offset, focus + offset + room);
  if (focusLength <= offset + room) return shown;
  const hidden = rows.slice(focus + offset + room - 1, focus + focusLength);
  const lines = Math.max(hidden.filter((row) => !continues(row)).length, 1);
  return [...shown.slice(0, -1), { kind: "more", lines }];
}

/** Whether the row continues the line of the previous row. */
export function continues(row: DiffRow): boolean {
  return "piece" in row && row.piece !== undefined && row.piece.start > 0;
}

/** Returns the line number shown before the row, or null. */
export function numberOf(row: DiffRow): number | null {
  if (continues(row)) return null;
  if (row.kind === "added") return row.newLine;
  return "oldLine" in row ? row.oldLine : null;
}
