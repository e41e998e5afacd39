import type { SessionState } from "@flint/client";
import { type Row, spanRow, type Theme, withoutCells } from "../../paint/index.ts";
import type { CodeColors } from "./code-colors.ts";

/** Renders the file's code around the cursor, with the selected lines marked. */
export function fileView(
  { file, pointed, selection }: SessionState,
  {
    width,
    room,
    theme,
    colors,
    aside = 0,
  }: { width: number; room: number; theme: Theme; colors: CodeColors; aside?: number },
): Row[] {
  if (file === null) return [];
  const lines = linesOf(file.code);
  const from = Math.min(Math.max(pointed.line - Math.ceil(room / 2), 0), Math.max(lines.length - room, 0));
  const shown = lines.slice(from, from + room);
  const tokens = colors.lines(file.language, file.code, from + 1, from + shown.length);
  const digits = String(from + shown.length).length;
  return shown.map((line, index) => {
    const number = from + index + 1;
    const isSelected = selection !== null && number >= selection.start && number <= selection.end;
    const mark = number === pointed.line ? "›" : isSelected ? "▌" : " ";
    const gutter = {
      text: `${mark}${String(number).padStart(digits)} `,
      paint: isSelected ? theme.selected : theme.faint,
    };
    return spanRow([gutter, ...withoutCells(colors.spans(line, tokens[index]), aside)], width);
  });
}

/** Splits code into lines. A final line break does not start another line. */
export function linesOf(code: string): string[] {
  const lines = code.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines;
}
