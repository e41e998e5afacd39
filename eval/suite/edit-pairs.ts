import type { Problem } from "../problem/index.ts";
import { optionalStringOf, optionalStringsOf, type Row, readRows, stringOf } from "./jsonl.ts";

/** The `after` of edits for which the correct response is to decline. */
const UNSURE = "<|unsure|>";

/**
 * Loads edits with correct answers: `{ instruction, before, after }`, and optionally `id`, `language` (default:
 * `typescript`), `family`, `phrasing`, `kind`, which replaces the family unless it is `edit`, and `alternatives`, a
 * list of other correct answers. An `after` of `<|unsure|>` marks an edit that the model must decline.
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
