import type { Problem } from "../problem/index.ts";
import { optionalString, optionalStrings, type Row, readRows, requireString } from "./jsonl.ts";

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
  const after = requireString(row, "after");
  const kind = optionalString(row, "kind");
  return {
    id: optionalString(row, "id") ?? String(index + 1),
    family: kind === null || kind === "edit" ? (optionalString(row, "family") ?? "edit") : kind,
    language: optionalString(row, "language") ?? "typescript",
    before: requireString(row, "before"),
    after: after.trim() === UNSURE ? null : after,
    alternatives: optionalStrings(row, "alternatives"),
    declines: after.trim() === UNSURE,
    instructions: [
      { phrasing: optionalString(row, "phrasing") ?? "plain", text: requireString(row, "instruction") },
    ],
    test: null,
    scope: null,
  };
}
