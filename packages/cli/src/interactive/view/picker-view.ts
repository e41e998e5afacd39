import type { SessionState } from "@flint/client";
import { count } from "../../measure/index.ts";
import { type Row, spanRow, type Theme } from "../../paint/index.ts";

type Picking = SessionState["picking"];

/** Renders the matching files, the best first, and marks the one that Enter opens. */
export function pickerView(
  { picking, typed }: SessionState,
  {
    width,
    room,
    theme,
    isListing = false,
  }: { width: number; room: number; theme: Theme; isListing?: boolean },
): Row[] {
  const { matches, chosen } = picking;
  const from = Math.min(Math.max(chosen - room + 2, 0), Math.max(matches.length - room + 1, 0));
  const rows = matches.slice(from, from + Math.max(room - 1, 1)).map((path, index) => {
    const isChosen = from + index === chosen;
    return spanRow(
      [{ text: isChosen ? "▶ " : "  " }, { text: path, ...(isChosen && { paint: theme.strong }) }],
      width,
    );
  });
  const told = isListing ? progressText(picking, typed) : remainderText(picking, typed);
  if (told !== null) rows.push(spanRow([{ text: `  ${told}`, paint: theme.faint }], width));
  return rows.slice(0, room);
}

/** The message while the search for files is still running. */
function progressText({ total }: Picking, typed: string): string {
  const found = typed.trim() === "" ? "" : " with these letters";
  return `looking for files: ${count(total)}${found} so far`;
}

function remainderText({ matches, total }: Picking, typed: string): string | null {
  const more = total - matches.length;
  if (more > 0) return `and ${count(more)} more: type letters of its path`;
  if (total > 0) return null;
  return typed.trim() === "" ? "there is no text file here" : "no file has these letters in its path";
}
