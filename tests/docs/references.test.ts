import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documents, prose, ROOT } from "./documents.ts";

const FOLDERS = ["packages", "scripts", "bench", "tests", "docs", "models", "examples", "eval"];
const manifest: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(ROOT, "package.json"), "utf8"),
);

describe.each(documents())("$path", ({ folder, text }) => {
  it("links to files that exist", () => {
    const links = [...prose(text).matchAll(/\]\(([^)#\s]+)[^)]*\)|(?:src|href)="([^"#]+)"/g)]
      .map(([, link, attribute]) => link ?? attribute ?? "")
      .filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !existsSync(join(ROOT, folder, link)))).toEqual([]);
  });

  it("names files of the repository that exist", () => {
    const named = [...prose(text).matchAll(/`([\w.@-]+(?:\/[\w.@-]+)+\/?)`/g)]
      .map(([, path = ""]) => path)
      .filter((path) => FOLDERS.includes(path.split("/")[0] ?? ""));
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("names npm scripts that exist", () => {
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]*\w)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short ?? "",
    );
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});
