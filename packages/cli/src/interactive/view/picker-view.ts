import type { SessionState } from "@flint/client";
import { type Row, spanRow, type Theme } from "../../paint/index.ts";

/** The files found, the best first, and the one that Enter takes. */
export function pickerView(
  { picking, typed }: SessionState,
  { width, room, theme }: { width: number; room: number; theme: Theme },
): Row[] {
  const { matches, total, chosen } = picking;
  const from = Math.min(Math.max(chosen - room + 2, 0), Math.max(matches.length - room + 1, 0));
  const rows = matches.slice(from, from + Math.max(room - 1, 1)).map((path, index) => {
    const isChosen = from + index === chosen;
    return spanRow(
      [{ text: isChosen ? "▶ " : "  " }, { text: path, ...(isChosen && { paint: theme.strong }) }],
      width,
    );
  });
  const more = total - matches.length;
  const none = typed.trim() === "" ? "there is no text file here" : "no file has these letters in its path";
  if (total === 0) rows.push(spanRow([{ text: `  ${none}`, paint: theme.faint }], width));
  else if (more > 0)
    rows.push(spanRow([{ text: `  and ${more} more: type letters of its path`, paint: theme.faint }], width));
  return rows.slice(0, room);
}
