import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documents, prose, ROOT } from "./documents.ts";

const FOLDERS = ["packages", "scripts", "bench", "tests", "docs", "models", "examples", "eval", "fire"];

describe.each(documents())("$path", ({ folder, text }) => {
  it("links to files that exist", () => {
    const links = [...prose(text).matchAll(/\]\(([^)#\s]+)[^)]*\)|(?:src|href)="([^"#]+)"/g)]
      .map(([, link, attribute]) => link ?? attribute ?? "")
      .filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !existsSync(join(ROOT, folder, link)))).toEqual([]);
  });

  it("links to headings that exist", () => {
    const links = [...prose(text).matchAll(/\]\(([^)\s#:]*\.md)?#([^)\s]+)\)/g)];
    const missing = links.filter(([, link, heading = ""]) => {
      const page = link === undefined ? text : readFileSync(join(ROOT, folder, link), "utf8");
      return !anchorsOf(page).includes(heading);
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it("names files of the repository that exist", () => {
    const named = [...prose(text).matchAll(/`([\w.@-]+(?:\/[\w.@-]+)+\/?)`/g)]
      .map(([, path = ""]) => path)
      .filter((path) => FOLDERS.includes(path.split("/")[0] ?? ""));
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("names npm scripts that exist", () => {
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]*\w)|(start|test)\b)(?: -w ([\w/-]+))?/g)];
    const missing = named.filter(([, run, short, workspace]) => !(`${run ?? short}` in scriptsOf(workspace)));
    expect(missing.map(([command]) => command)).toEqual([]);
  });
});

/** The headings' anchors, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  return [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function scriptsOf(workspace = "."): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(ROOT, workspace, "package.json"), "utf8")).scripts ?? {};
}
