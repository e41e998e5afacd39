import type { Problem } from "../problem/index.ts";
import { optionalStringOf, type Row, readRows, stringOf } from "./jsonl.ts";

/** What stands for the answer where the right thing is to say that one cannot do it. */
const UNSURE = "<|unsure|>";

/**
 * Edits with one right answer each: `{ instruction, before, after, family, phrasing }`, and perhaps `id` and
 * `language` (default: `typescript`). An `after` of `<|unsure|>` is an edit that the model is to decline.
 */
export async function loadEditPairs(path: string): Promise<Problem[]> {
  return (await readRows(path)).map(toProblem);
}

function toProblem(row: Row, index: number): Problem {
  const after = stringOf(row, "after");
  return {
    id: optionalStringOf(row, "id") ?? String(index + 1),
    family: optionalStringOf(row, "family") ?? "edit",
    language: optionalStringOf(row, "language") ?? "typescript",
    before: stringOf(row, "before"),
    after: after.trim() === UNSURE ? null : after,
    declines: after.trim() === UNSURE,
    instructions: [
      { phrasing: optionalStringOf(row, "phrasing") ?? "plain", text: stringOf(row, "instruction") },
    ],
    test: null,
    scope: null,
  };
}
