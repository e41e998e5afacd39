import { fit, printable, widthOf } from "./printable.ts";
import type { Row } from "./screen.ts";

export type Paint = (text: string) => string;

/** Text of one look; it may hold anything, and is made printable before it is shown. */
export interface Span {
  readonly text: string;
  readonly paint?: Paint | undefined;
}

/** The spans side by side as a row of at most `width` cells, ending in `…` where something is missing. */
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

/** The spans without so many cells of their beginning: an `…` stands for what is not shown. */
export function beyond(spans: readonly Span[], cells: number): readonly Span[] {
  if (cells === 0 || spans.every(({ text }) => text === "")) return spans;
  // Of the one cell more there is the sign.
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

/** The row, made `width` cells wide by spaces behind it. */
export function padded({ text, width: used }: Row, width: number): Row {
  return { text: text + " ".repeat(Math.max(width - used, 0)), width: Math.max(used, width) };
}
