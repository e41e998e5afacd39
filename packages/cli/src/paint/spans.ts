import { fit, printable, widthOf } from "./printable.ts";
import type { Row } from "./screen.ts";

export type Paint = (text: string) => string;

/** Text in one style. May contain any characters: it is made printable before display. */
export interface Span {
  readonly text: string;
  readonly paint?: Paint | undefined;
}

/** Joins spans into a row of at most `width` cells. A cut row ends in `…`. */
export function spanRow(spans: readonly Span[], width: number): Row {
  let text = "";
  let used = 0;
  for (const span of spans) {
    const shown = printable(span.text);
    if (shown === "") continue;
    if (used >= width) break;
    const whole = widthOf(shown);
    const cut = used + whole > width ? fit(shown, width - used) : shown;
    text += span.paint === undefined ? cut : span.paint(cut);
    if (used + whole > width) return { text, width: used + widthOf(cut) };
    used += whole;
  }
  return { text, width: used };
}

/** Removes cells from the start of the spans, and puts `…` in their place. */
export function withoutCells(spans: readonly Span[], cells: number): readonly Span[] {
  if (cells === 0 || spans.every(({ text }) => text === "")) return spans;
  // The `…` takes the place of one more cell.
  let hidden = cells + 1;
  const rest = spans.map(({ text, paint }): Span => {
    const shown = printable(text);
    let from = 0;
    for (const character of shown) {
      if (hidden <= 0) break;
      hidden -= widthOf(character);
      from += character.length;
    }
    return { text: shown.slice(from), paint };
  });
  return [{ text: "…" }, ...rest];
}

/** Pads the row with spaces to `width` cells. */
export function padRow({ text, width: used }: Row, width: number): Row {
  return { text: text + " ".repeat(Math.max(width - used, 0)), width: Math.max(used, width) };
}
