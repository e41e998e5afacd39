import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./documents.ts";

const page = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");

it("every path in the annotated tree exists", () => {
  expect(treePaths().filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it("every feature folder and every test folder is in the annotated tree", () => {
  const features = readdirSync(join(ROOT, "packages")).flatMap((name) =>
    readdirSync(join(ROOT, "packages", name, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `packages/${name}/src/${entry.name}/`),
  );
  const tests = readdirSync(join(ROOT, "tests"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `tests/${entry.name}/`);
  const paths = treePaths();
  expect(tests.filter((path) => !paths.includes(path))).toEqual([]);
  expect(features.filter((path) => !paths.includes(path))).toEqual([]);
});

/** The tree's lines are `name  note`; two more spaces of indentation are one folder further down. */
function treePaths(): string[] {
  const tree = /^```text\n([\s\S]*?)^```$/m.exec(page)?.[1];
  if (tree === undefined) throw new Error("docs/architecture.md has no tree: a block fenced with ```text");
  const parents: string[] = [];
  return tree
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2;
      parents[depth] = line.trim().split(/\s{2,}/)[0] ?? "";
      return parents.slice(0, depth + 1).join("");
    });
}
