import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Document {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

/** Returns the README, the pages of `docs`, the model card and the benchmark's README. */
export function documents(): Document[] {
  const pages = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md"));
  const others = ["README.md", "models/nano/README.md", "eval/ts-edit/README.md"];
  return [...others, ...pages.map((name) => `docs/${name}`)].map((path) => ({
    path,
    folder: dirname(path),
    text: readFileSync(join(ROOT, path), "utf8"),
  }));
}

/** Returns the text without its fenced code blocks. */
export function prose(text: string): string {
  return text.replaceAll(/^(```+)[^\n]*\n[\s\S]*?^\1$/gm, "");
}
