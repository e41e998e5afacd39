import { describe, expect, it } from "vitest";
import { isShipped, sourceFiles, type WorkspacePackage, workspacePackages } from "./source-files.ts";

/** What each package may know of the others. Whatever is not listed here may be imported by nobody. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "@flint/protocol": [],
  "@flint/engine": ["@flint/protocol"],
  "@flint/server": ["@flint/engine", "@flint/protocol"],
  "@flint/client": ["@flint/protocol"],
  "@flint/playground": ["@flint/client", "@flint/protocol"],
  flint: ["@flint/client", "@flint/server", "@flint/engine", "@flint/protocol", "@flint/nano"],
};

describe.each(workspacePackages())("$name", (one) => {
  it("imports only the packages below it", () => {
    const strays = importsOfOwnPackages(one).filter(({ name }) => !MAY_IMPORT[one.name]?.includes(name));
    expect(strays).toEqual([]);
  });

  it("declares only the packages below it", () => {
    const declared = Object.keys(one.manifest.dependencies ?? {}).filter(isOwn);
    expect(declared.filter((name) => !MAY_IMPORT[one.name]?.includes(name))).toEqual([]);
  });

  it("declares the packages that it imports", () => {
    const declared = Object.keys(one.manifest.dependencies ?? {});
    expect(importsOfOwnPackages(one).filter(({ name }) => !declared.includes(name))).toEqual([]);
  });
});

it("the table of allowed imports has every package", () => {
  expect(
    workspacePackages()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(MAY_IMPORT).sort());
});

function importsOfOwnPackages(one: WorkspacePackage) {
  return sourceFiles(`${one.folder}/src`)
    .filter(isShipped)
    .flatMap(({ path, imports }) => imports.map((specifier) => ({ path, name: packageName(specifier) })))
    .filter(({ name }) => isOwn(name));
}

function packageName(specifier: string): string {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

function isOwn(name: string): boolean {
  return name === "flint" || name.startsWith("@flint/");
}
