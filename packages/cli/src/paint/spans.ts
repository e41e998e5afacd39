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

/** The row, made `width` cells wide by spaces behind it. */
export function padded({ text, width: used }: Row, width: number): Row {
  return { text: text + " ".repeat(Math.max(width - used, 0)), width: Math.max(used, width) };
}
