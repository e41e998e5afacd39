/** The syntax of a file, named by the extension from which TypeScript derives it. */
export type Dialect = "js" | "jsx" | "ts" | "tsx";

const DIALECTS = new Map<string, Dialect>([
  ["js", "js"],
  ["javascript", "js"],
  ["mjs", "js"],
  ["cjs", "js"],
  ["jsx", "jsx"],
  ["ts", "ts"],
  ["typescript", "ts"],
  ["tsx", "tsx"],
]);

/** Returns the dialect of a language by any of its names; null for languages that TypeScript does not parse. */
export function dialectOf(language: string): Dialect | null {
  return DIALECTS.get(language.toLowerCase()) ?? null;
}
