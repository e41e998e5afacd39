import { ChangeSet, Text } from "@codemirror/state";
import { applyHunks, type Hunk } from "@flint/client/browser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { difference } from "./difference.ts";
import { hunkChanges } from "./hunk-changes.ts";

function applied(code: string, hunks: readonly Hunk[]): string {
  const document = Text.of(code.split("\n"));
  return ChangeSet.of(hunkChanges(document, hunks), document.length).apply(document).toString();
}

const line = fc.constantFrom("", "a", "b", "  c");

/** Code, and hunks that fit it. */
const edits = fc
  .record({
    lines: fc.array(line, { maxLength: 8 }),
    ended: fc.boolean(),
    steps: fc.array(
      fc.record({ kept: fc.nat(3), removed: fc.nat(2), added: fc.array(line, { maxLength: 3 }) }),
      { maxLength: 4 },
    ),
  })
  .map(({ lines, ended, steps }) => {
    const code = lines.join("\n") + (ended && lines.length > 0 ? "\n" : "");
    const count = lines.length > 0 && !ended && lines.at(-1) === "" ? lines.length - 1 : lines.length;
    const hunks: Hunk[] = [];
    let old = 0;
    let shift = 0;
    for (const { kept, removed, added } of steps) {
      const at = old + kept + (hunks.length > 0 ? 1 : 0);
      if (at > count) break;
      const oldLines = lines.slice(at, Math.min(at + removed, count));
      if (oldLines.length === 0 && added.length === 0) continue;
      const kind = oldLines.length === 0 ? "insert" : added.length === 0 ? "delete" : "replace";
      hunks.push({ kind, oldStart: at + 1, oldLines, newStart: at + 1 + shift, newLines: added });
      old = at + oldLines.length;
      shift += added.length - oldLines.length;
    }
    return { code, hunks };
  });

test("hunks change a document exactly as they change the code", () => {
  fc.assert(
    fc.property(edits, ({ code, hunks }) => {
      expect(applied(code, hunks)).toBe(applyHunks(code, hunks));
    }),
  );
});

test("the difference between two documents turns one into the other", () => {
  const text = fc.array(line, { maxLength: 6 }).map((lines) => Text.of(lines.length === 0 ? [""] : lines));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(difference(before, after).apply(before).toString()).toBe(after.toString());
    }),
  );
});
