import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";

/** What stands for bytes that are no character: a model that writes one byte by byte may lose some. */
const LOST = "\uFFFD";

/** Lines with characters that were lost, where the code had none. */
export function unreadableText({ before, hunks }: Change): ScopeConcern[] {
  if (before.includes(LOST)) return [];
  return hunks.flatMap(({ newStart, newLines }) =>
    newLines.flatMap((line, index) =>
      line.includes(LOST)
        ? [
            {
              kind: "unreadable" as const,
              line: newStart + index,
              message: "a character was lost in this line",
            },
          ]
        : [],
    ),
  );
}
