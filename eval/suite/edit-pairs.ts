import type { Problem } from "../problem/index.ts";
import { optionalStringOf, optionalStringsOf, type Row, readRows, stringOf } from "./jsonl.ts";

/** What stands for the answer where the right thing is to say that one cannot do it. */
const UNSURE = "<|unsure|>";

/**
 * Edits and their right answers: `{ instruction, before, after, family, phrasing }`, and perhaps `id`, `language`
 * (default: `typescript`), `kind`, which stands for the family where it is not `edit`, and `alternatives`, a list of
 * other right answers. An `after` of `<|unsure|>` is an edit that the model is to decline.
 */
export async function loadEditPairs(path: string): Promise<Problem[]> {
  return (await readRows(path)).map(toProblem);
}

function toProblem(row: Row, index: number): Problem {
  const after = stringOf(row, "after");
  const kind = optionalStringOf(row, "kind");
  return {
    id: optionalStringOf(row, "id") ?? String(index + 1),
    family: kind === null || kind === "edit" ? (optionalStringOf(row, "family") ?? "edit") : kind,
    language: optionalStringOf(row, "language") ?? "typescript",
    before: stringOf(row, "before"),
    after: after.trim() === UNSURE ? null : after,
    alternatives: optionalStringsOf(row, "alternatives"),
    declines: after.trim() === UNSURE,
    instructions: [
      { phrasing: optionalStringOf(row, "phrasing") ?? "plain", text: stringOf(row, "instruction") },
    ],
    test: null,
    scope: null,
  };
}
