import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";

/** The replacement character: a model that emits bytes one by one may lose some of a character. */
const LOST = "\uFFFD";

/** Returns lines with lost characters, if the code had none. */
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
