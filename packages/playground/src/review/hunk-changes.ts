import type { ChangeSpec, Text } from "@codemirror/state";
import type { Hunk } from "@flint/client/browser";

/** Converts hunks into CodeMirror changes of the document that they were made for. */
export function hunkChanges(document: Text, hunks: readonly Hunk[]): ChangeSpec[] {
  return hunks.map(({ oldStart, oldLines, newLines }) => {
    const text = newLines.join("\n");
    const last = oldStart + oldLines.length - 1;
    if (oldLines.length === 0) {
      // Use the line break before the insertion: code without a final line break stays without one. New code gets one.
      if (document.length > 0 && oldStart > document.lines)
        return { from: document.length, insert: `\n${text}` };
      return { from: document.line(Math.min(oldStart, document.lines)).from, insert: `${text}\n` };
    }
    const { from } = document.line(oldStart);
    const { to } = document.line(last);
    if (newLines.length > 0) return { from, to, insert: text };
    if (to < document.length) return { from, to: to + 1 };
    return { from: Math.max(0, from - 1), to };
  });
}
