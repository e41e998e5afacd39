import { lineDiff } from "../review/index.ts";

/** A replacement in a text: UTF-16 offsets and the new text. */
export type Span = readonly [from: number, to: number, text: string];

/** Returns the replacements that turn `text` into `other`. */
export function spansBetween(text: string, other: string): readonly Span[] {
  return lineDiff(text, other).map(({ fromA, toA, fromB, toB }) => [fromA, toA, other.slice(fromB, toB)]);
}

export function withSpans(text: string, spans: readonly Span[]): string {
  let [made, at] = ["", 0];
  for (const [from, to, instead] of spans) {
    made += text.slice(at, from) + instead;
    at = to;
  }
  return made + text.slice(at);
}

export function areSpans(value: unknown): value is readonly Span[] {
  return (
    Array.isArray(value) &&
    value.every((span: unknown) => {
      const [from, to, text] = Array.isArray(span) ? span : [];
      return typeof from === "number" && typeof to === "number" && typeof text === "string";
    })
  );
}
