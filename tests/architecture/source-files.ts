import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface WorkspacePackage {
  readonly name: string;
  /** Relative to the repository's root. */
  readonly folder: string;
  readonly manifest: Manifest;
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

export interface SourceFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: string;
  /** Module specifiers as written, including those of type imports and re-exports. */
  readonly imports: readonly string[];
}

export function workspacePackages(): WorkspacePackage[] {
  return readdirSync(join(ROOT, "packages"))
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(join(ROOT, folder, "package.json")))
    .map((folder) => {
      const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
      return { name: manifest.name, folder, manifest };
    });
}

/** Returns the TypeScript files in a folder, including tests and fixtures. */
export function sourceFiles(folder: string): SourceFile[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(join(ROOT, path), "utf8");
      return { path, text, imports: ts.preProcessFile(text).importedFiles.map((file) => file.fileName) };
    });
}

/** Returns whether the file is shipped, rather than part of the tests. */
export function isShipped(file: SourceFile): boolean {
  return !/\.(test|fixture|model)\.ts$/.test(file.path);
}

/** Returns the file that a relative import refers to, relative to the repository's root. */
export function target(file: SourceFile, specifier: string): string {
  return relative(ROOT, resolve(ROOT, dirname(file.path), specifier));
}
