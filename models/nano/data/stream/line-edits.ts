/** Replaces `count` lines from line `at` (starting at 1) by `lines`; with count 0, inserts them before it. */
export interface LineEdit {
  readonly at: number;
  readonly count: number;
  readonly lines: readonly string[];
}

/** Returns the smallest line edits from `before` to `after`, from the top. */
export function editLines(before: readonly string[], after: readonly string[]): LineEdit[] {
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const at = i * width + j;
      common[at] =
        before[i] === after[j]
          ? (common[at + width + 1] as number) + 1
          : Math.max(common[at + width] as number, common[at + 1] as number);
    }
  const edits: { at: number; count: number; lines: string[] }[] = [];
  let i = 0;
  let j = 0;
  let open: { at: number; count: number; lines: string[] } | undefined;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      open = undefined;
      i++;
      j++;
      continue;
    }
    if (open === undefined) {
      open = { at: i + 1, count: 0, lines: [] };
      edits.push(open);
    }
    const at = i * width + j;
    if (
      i < before.length &&
      (j === after.length || (common[at + width] as number) >= (common[at + 1] as number))
    ) {
      open.count++;
      i++;
    } else open.lines.push(after[j++] as string);
  }
  return edits;
}

export function applyLineEdits(before: readonly string[], edits: readonly LineEdit[]): string[] {
  const after = [...before];
  for (const { at, count, lines } of [...edits].reverse()) after.splice(at - 1, count, ...lines);
  return after;
}
