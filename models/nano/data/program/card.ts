import { readFileSync } from "node:fs";
import { FAMILIES, isComposed, THEMES } from "../families/index.ts";
import { readPackageList } from "../packages/index.ts";
import { countPhrasings } from "../phrasing/index.ts";
import { readHeldOut, readTraining, type StoredPackage } from "../snippets/index.ts";
import type { Triple } from "../triples/index.ts";
import { teacherOf } from "./stream.ts";
import { trainingOptions } from "./training.ts";

export interface CardOptions {
  readonly list: string;
  readonly snippets: string;
  readonly seed: number;
  /** How many triples to count shares on. */
  readonly count: number;
}

/** Returns the data's card: its sources, its contents and what is kept for measuring. */
export function card({ list, snippets, seed, count }: CardOptions): string {
  const packages = readPackageList(readFileSync(list, "utf8"));
  const training = readTraining(snippets);
  const heldOut = readHeldOut(snippets);
  const triples: Triple[] = [];
  const start = performance.now();
  const options = trainingOptions();
  const { families } = options;
  const teacher = teacherOf(training, { seed, ...options });
  for (const triple of teacher.triples()) {
    triples.push(triple);
    if (triples.length === count) break;
  }
  const perSecond = Math.round(count / ((performance.now() - start) / 1000));
  const share = (test: (one: Triple) => boolean) =>
    `${((triples.filter(test).length / count) * 100).toFixed(1)} %`;
  const byFamily = new Map<string, number>();
  for (const { family, kind } of triples)
    if (kind === "edit" || kind === "two edits")
      for (const name of family.split("+")) byFamily.set(name, (byFamily.get(name) ?? 0) + 1);
  const wordings = FAMILIES.map(({ phrasings }) => countPhrasings(phrasings));
  const total = (key: "seen" | "unseen") => wordings.reduce((sum, one) => sum + one[key], 0);
  const more = families.reduce(
    (sum, { phrasings }) => sum + countPhrasings({ ...phrasings, seen: [...new Set(phrasings.seen)] }).seen,
    -total("seen"),
  );

  return `# The data of the edit model

Made by \`data card\` on ${counted(count)} triples as training has them, of seed ${seed}. Do not edit by hand.

A triple is an instruction, a piece of code, and the code edited. The code is real: functions, methods, classes and groups of statements of 2–60 lines from ${packages.length} npm packages under permissive licences ([packages.txt](packages.txt)). The edits are made by programs that keep the formatting, one for each family. Where real code gives too little, the code is made up.

|                                     |                                              |
| ----------------------------------- | -------------------------------------------- |
${row("snippets to train on", snippetCount(training))}
${row("snippets held out", `${snippetCount(heldOut)} of ${packages.filter((one) => one.heldOut).length} packages`)}
${row("pieces in other languages", counted(foreignCount(training) + foreignCount(heldOut)))}
${row("licences", licences(packages))}
${row("families", `${FAMILIES.length}, ${FAMILIES.filter(isComposed).length} of them on made-up code`)}
${row("wordings of the families", `${counted(total("seen"))} seen, ${counted(total("unseen"))} unseen`)}
${row("more of them for training", `${counted(more)}, before synonyms, manners and slips`)}
${row(
  "single edits",
  share(({ kind }) => kind === "edit"),
)}
${row(
  "two edits in one instruction",
  share(({ kind }) => kind === "two edits"),
)}
${row(
  "nothing to do: the answer is the code",
  share(({ kind }) => kind === "nothing to do"),
)}
${row(
  "out of scope: the answer is to be unsure",
  share(({ kind }) => kind === "out of scope"),
)}
${row("made per second by one process", counted(perSecond))}

Kept for measuring, never trained on: the packages held out; the unseen wordings of each family; one in eight pairs of families.

## Families

| theme | families, with their share of the edits in % |
| ----- | -------------------------------------------- |
${Object.entries(THEMES)
  .map(
    ([theme, families]) =>
      `| ${theme} | ${families.map(({ name }) => `${name} ${(((byFamily.get(name) ?? 0) / count) * 100).toFixed(1)}`).join(", ")} |`,
  )
  .join("\n")}
`;
}

function counted(number: number): string {
  return number.toLocaleString("en");
}

function row(name: string, value: string): string {
  return `| ${name} | ${value} |`;
}

function snippetCount(stored: readonly StoredPackage[]): string {
  return counted(stored.reduce((sum, one) => sum + one.snippets.length, 0));
}

function foreignCount(stored: readonly StoredPackage[]): number {
  return stored.reduce((sum, one) => sum + one.foreign.length, 0);
}

function licences(packages: readonly { licence: string }[]): string {
  const counts = new Map<string, number>();
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([licence, count]) => `${licence} ${count}`)
    .join(", ");
}
