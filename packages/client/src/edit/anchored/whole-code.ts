const FENCE = /^ {0,3}(?:`{3,}|~{3,}) *(\S*)/m;
const DIFF = /^(diff|patch)$/i;
/** Block markers, or a model's approximation of them. */
const MARKS = /^[<>]{3,} *(SEARCH|REPLACE)\s*$/m;

/** Returns whether an answer without blocks is the whole code in a fence, and not another form of changes. */
export function isWholeCode(answer: string, language: string | null): boolean {
  const [, tag] = FENCE.exec(answer) ?? [];
  if (tag === undefined || MARKS.test(answer)) return false;
  return !DIFF.test(tag) || DIFF.test(language ?? "");
}
