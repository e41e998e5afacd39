import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FileSearch, listFiles } from "./index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-listing-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function files(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), "x");
  }
}

const listed = async () => (await listFiles([folder])).map((path) => relative(folder, path));

test("a folder stands for its text files, without what programs made", async () => {
  await files("a.ts", "src/b.ts", "node_modules/x/c.js", ".cache/d.js", "logo.png");
  expect(await listed()).toEqual(["a.ts", join("src", "b.ts")]);
});

test("in a git repository, what git ignores is left out", async () => {
  await files("a.ts", "secret.ts", "build/kept.ts");
  await writeFile(join(folder, ".gitignore"), "secret.ts\n");
  execFileSync("git", ["init", "-q"], { cwd: folder });
  expect(await listed()).toEqual([".gitignore", "a.ts", join("build", "kept.ts")]);
});

test("a file stands for itself, whatever its name, and once", async () => {
  await files("logo.png");
  const path = join(folder, "logo.png");
  expect(await listFiles([path, path])).toEqual([path]);
});

test("what does not exist is refused, by its name", async () => {
  await expect(listFiles([join(folder, "none")])).rejects.toMatchObject({
    code: "file_missing",
    exitCode: 2,
  });
});

test("folders that may not be read are passed over", async () => {
  await files("a.ts", "closed/b.ts");
  await chmod(join(folder, "closed"), 0);
  try {
    expect(await listed()).toContain("a.ts");
  } finally {
    await chmod(join(folder, "closed"), 0o755);
  }
});

test("files are found by letters of their path, the best first", () => {
  const search = new FileSearch(["src/server/turn.ts", "src/client/turn-events.ts", "README.md"]);
  expect(search.find("turn.ts").matches[0]).toBe("src/server/turn.ts");
  expect(search.find("clitur").matches).toEqual(["src/client/turn-events.ts"]);
  expect(search.find("zzz")).toEqual({ matches: [], total: 0 });
  expect(search.find(" ")).toMatchObject({ total: 3 });
});
