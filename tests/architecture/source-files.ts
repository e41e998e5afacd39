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
  /** Module specifiers as written, of type imports and re-exports too. */
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

/** The TypeScript files under a folder, tests and fixtures included. */
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

/** Whether the file is part of what is built, rather than of what tests it. */
export function isShipped(file: SourceFile): boolean {
  return !/\.(test|fixture|model)\.ts$/.test(file.path);
}

/** The file that a relative import stands for, relative to the repository's root. */
export function target(file: SourceFile, specifier: string): string {
  return relative(ROOT, resolve(ROOT, dirname(file.path), specifier));
}
