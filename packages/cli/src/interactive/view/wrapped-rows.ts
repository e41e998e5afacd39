import { printable, widthOf } from "../../paint/index.ts";
import { type DiffRow, type DiffRows, numberOf, type Piece } from "./diff-rows.ts";

/** Cells of a row besides its code and line number: a space and a sign. */
const MARGIN = 2;
/** The narrowest width, in cells, at which lines are wrapped. */
const LEAST = 10;
/** The most rows per line. A longer line, which is hardly written by hand, ends in `…`. */
const MOST = 16;

/**
 * Wraps changed lines that are wider than the screen, so that no change can be accepted unseen. Unchanged lines are not
 * wrapped.
 */
export function wrappedRows(all: DiffRows, width: number): DiffRows {
  const largest = all.rows.reduce((most, row) => Math.max(most, numberOf(row) ?? 0), 0);
  const digits = String(largest).length;
  const room = width - digits - MARGIN;
  if (room < LEAST) return all;
  const rows: DiffRow[] = [];
  /** Maps each row, and the end, to its first row after wrapping. */
  const firsts = all.rows.map((row) => {
    const first = rows.length;
    rows.push(...(row.kind === "added" || row.kind === "removed" ? piecesOf(row, room) : [row]));
    return first;
  });
  const first = (nth: number) => firsts[nth] ?? rows.length;
  const { focus, focusLength, offset } = all;
  return {
    rows,
    focus: first(focus),
    focusLength: first(focus + focusLength) - first(focus),
    ...(offset !== undefined && { offset: first(focus + offset) - first(focus) }),
  };
}

function piecesOf(row: Extract<DiffRow, { kind: "added" | "removed" }>, room: number): DiffRow[] {
  if (row.text.length * 2 <= room || widthOf(printable(row.text)) <= room) return [row];
  const pieces: Piece[] = [];
  let [start, at, used] = [0, 0, 0];
  for (const character of row.text) {
    const width = widthOf(printable(character));
    if (used + width > room) {
      pieces.push({ start, end: at });
      if (pieces.length === MOST - 1) break;
      [start, used] = [at, 0];
    }
    at += character.length;
    used += width;
  }
  pieces.push({ start: pieces.at(-1)?.end ?? 0, end: row.text.length });
  return pieces.map((piece) => ({ ...row, piece }));
}
