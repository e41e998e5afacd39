/** What a file's name says of its syntax, to TypeScript. */
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

/** The dialect of a language by any of its names; null for languages that TypeScript does not read. */
export function dialectOf(language: string): Dialect | null {
  return DIALECTS.get(language.toLowerCase()) ?? null;
}
