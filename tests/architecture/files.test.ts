import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { isShipped, type SourceFile, sourceFiles, target, workspacePackages } from "./source-files.ts";

const LONGEST_FILE = 400;

describe.each(workspacePackages())("the files of $name", ({ folder }) => {
  const files = sourceFiles(`${folder}/src`);
  const shipped = files.filter(isShipped);

  it(`have at most ${LONGEST_FILE} lines`, () => {
    const long = files.filter(({ text }) => text.split("\n").length > LONGEST_FILE + 1);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("do not import one another in a circle", () => {
    expect(cycles(shipped)).toEqual([]);
  });

  it("import another feature only through its index.ts", () => {
    const intruders = shipped.flatMap((file) =>
      relativeImports(file)
        .filter((path) => !path.endsWith("/index.ts") && !within(dirname(file.path), dirname(path)))
        .filter((path) => files.some((other) => other.path === `${dirname(path)}/index.ts`))
        .map((path) => `${file.path} → ${path}`),
    );
    expect(intruders).toEqual([]);
  });
});

function relativeImports(file: SourceFile): string[] {
  return file.imports
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => target(file, specifier));
}

/** Whether `folder` is `ancestor` or lies below it: a folder's own parts may use what lies above them directly. */
function within(folder: string, ancestor: string): boolean {
  return folder === ancestor || folder.startsWith(`${ancestor}/`);
}

/** Each circle once, as its files in the order in which they import one another. */
function cycles(files: readonly SourceFile[]): string[][] {
  const imports = new Map(files.map((file) => [file.path, relativeImports(file)]));
  const found: string[][] = [];
  const settled = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path]);
    if (start >= 0 || settled.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    settled.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return found;
}
