import { FAMILIES } from "../families/index.ts";
import { readTraining } from "../snippets/index.ts";
import { applyLineEdits, editLines } from "../stream/index.ts";
import { Teacher } from "../triples/index.ts";
import { UsageError } from "./options.ts";

export interface ShowOptions {
  readonly snippets: string;
  readonly seed: number;
  readonly count: number;
  /** Undefined for all families. */
  readonly family: string | undefined;
}

/**
 * Prints triples as instruction and diff. Throws {@link UsageError} if no family has that name: the search would never
 * end.
 */
export function show({ snippets, seed, count, family }: ShowOptions): void {
  const families = family === undefined ? FAMILIES : FAMILIES.filter(({ name }) => name === family);
  if (families.length === 0)
    throw new UsageError(
      `There is no family "${family}". The families are:\n${FAMILIES.map(({ name }) => name).join(" ")}`,
    );
  const stored = readTraining(snippets, seed % 16, 16);
  const teacher = new Teacher({
    seed,
    snippets: stored.flatMap((one) => one.snippets),
    foreign: stored.flatMap((one) => one.foreign),
    familiarity: "seen",
    combinations: "seen",
    families,
  });
  let left = count;
  for (const { kind, family: name, instruction, before, after } of teacher.triples()) {
    if (family !== undefined && kind !== "edit") continue;
    console.log(`\n=== ${name} (${kind}): ${instruction}`);
    console.log(after === undefined ? `${before}\n--- unsure` : diff(before, after));
    if (--left <= 0) break;
  }
}

function diff(before: string, after: string): string {
  const old = before.split("\n");
  const edits = editLines(old, after.split("\n"));
  if (applyLineEdits(old, edits).join("\n") !== after)
    throw new Error("the line edits do not produce the answer");
  const lines: string[] = [];
  let position = 1;
  for (const { at, count, lines: added } of edits) {
    lines.push(...old.slice(position - 1, at - 1).map((line) => `  ${line}`));
    lines.push(...old.slice(at - 1, at - 1 + count).map((line) => `- ${line}`));
    lines.push(...added.map((line) => `+ ${line}`));
    position = at + count;
  }
  lines.push(...old.slice(position - 1).map((line) => `  ${line}`));
  return lines.join("\n");
}
