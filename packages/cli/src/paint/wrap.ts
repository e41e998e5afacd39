import { fit, widthOf } from "./printable.ts";

/** Wraps a printable line at spaces into at most `rows` rows; if that is not enough, the last ends in `…`. */
export function wrap(line: string, width: number, rows: number): string[] {
  const wrapped: string[] = [];
  let row = "";
  for (const word of line.split(" ")) {
    const longer = row === "" ? word : `${row} ${word}`;
    // The last row gets all remaining text.
    if (row === "" || wrapped.length === rows - 1 || widthOf(longer) <= width) {
      row = longer;
      continue;
    }
    wrapped.push(row);
    row = word;
  }
  return [...wrapped, row].map((text) => fit(text, width));
}
