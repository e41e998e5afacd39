import { fit, widthOf } from "./printable.ts";

/** A printable line, broken at spaces into at most `rows` of a width; what goes beyond them ends in `…`. */
export function wrap(line: string, width: number, rows: number): string[] {
  const wrapped: string[] = [];
  let row = "";
  for (const word of line.split(" ")) {
    const longer = row === "" ? word : `${row} ${word}`;
    // The last row takes all that is left.
    if (row === "" || wrapped.length === rows - 1 || widthOf(longer) <= width) {
      row = longer;
      continue;
    }
    wrapped.push(row);
    row = word;
  }
  return [...wrapped, row].map((text) => fit(text, width));
}
