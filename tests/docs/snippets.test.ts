import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Document, documents, ROOT } from "./documents.ts";

/**
 * A fence of TypeScript or JSON names the file that it shows, or with `#name` a region of it. The files are type-checked
 * like all others. After a change of one: `npm test -- tests/docs -u` brings the documents up to date.
 */
const FENCE = /^(`{3,})(ts|json) file=(\S+)\n[\s\S]*?^\1$/gm;

it.each(documents())("$path shows its examples as they are in their files", async (document) => {
  await expect(withSnippets(document)).toMatchFileSnapshot(join(ROOT, document.path));
});

it.each(documents())("$path shows only TypeScript that is type-checked", ({ text }) => {
  expect([...text.matchAll(/^`{3,}ts(?! file=).*$/gm)].map(([fence]) => fence)).toEqual([]);
});

function withSnippets({ text }: Document): string {
  return text.replaceAll(
    FENCE,
    (_, fence, language, source) => `${fence}${language} file=${source}\n${read(source)}\n${fence}`,
  );
}

function read(source: string): string {
  const [path = "", region] = source.split("#");
  const text = readFileSync(join(ROOT, path), "utf8").trimEnd();
  if (region === undefined) return text;
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.trim() === `// #region ${region}`);
  const end = lines.findIndex((line, index) => index > start && line.trim() === "// #endregion");
  if (start < 0 || end < 0) throw new Error(`${path} has no region "${region}"`);
  const indent = /^ */.exec(lines[start] ?? "")?.[0].length ?? 0;
  return lines
    .slice(start + 1, end)
    .map((line) => line.slice(indent))
    .join("\n");
}
