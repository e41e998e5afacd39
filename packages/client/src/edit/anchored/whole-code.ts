const FENCE = /^ {0,3}(?:`{3,}|~{3,}) *(\S*)/m;
const DIFF = /^(diff|patch)$/i;
/** The marks of blocks, or what a model took for them. */
const MARKS = /^[<>]{3,} *(SEARCH|REPLACE)\s*$/m;

/** Whether an answer without blocks is the whole code, in a fence. One in another form of changes is not. */
export function isWholeCode(answer: string, language: string | null): boolean {
  const [, tag] = FENCE.exec(answer) ?? [];
  if (tag === undefined || MARKS.test(answer)) return false;
  return !DIFF.test(tag) || DIFF.test(language ?? "");
}
