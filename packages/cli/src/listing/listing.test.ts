import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FileSearch, filesOf, placesOf } from "./index.ts";

/** A user who owns nothing. */
const NOBODY = 65_534;

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

async function listFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { files } of filesOf(await placesOf(paths))) found.push(...files);
  return found.sort();
}

function find(search: FileSearch, letters: string) {
  const looking = search.begin(letters);
  expect(looking.advance(Number.POSITIVE_INFINITY)).toBe(true);
  return looking.found();
}

const listed = async () => (await listFiles([folder])).map((path) => relative(folder, path));

test("a folder lists its text files, without dependencies, caches and images", async () => {
  await files("a.ts", "src/b.ts", "node_modules/x/c.js", ".cache/d.js", "logo.png");
  expect(await listed()).toEqual(["a.ts", join("src", "b.ts")]);
});

test("a git repository lists no files that git ignores", async () => {
  await files("a.ts", "secret.ts", "build/kept.ts");
  await writeFile(join(folder, ".gitignore"), "secret.ts\n");
  execFileSync("git", ["init", "-q"], { cwd: folder });
  expect(await listed()).toEqual([".gitignore", "a.ts", join("build", "kept.ts")]);
});

test("a program that the folder has by git's name is not run", async () => {
  await files("a.ts", "ran.ts");
  await writeFile(join(folder, "git"), "#!/bin/sh\nrm ran.ts\nexit 1\n");
  await chmod(join(folder, "git"), 0o755);
  vi.stubEnv("PATH", `.${delimiter}${process.env.PATH}`);
  expect(await listed()).toEqual(["a.ts", "git", "ran.ts"]);
});

test.each([
  ["a repository", []],
  ["a bare repository that lies in a clone as ordinary files", ["--bare"]],
])("listing runs no command that %s names in its configuration", async (_, options) => {
  await files("a.ts");
  const sign = `${folder}-ran`;
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder });
  git("init", "-q", ...options);
  git("config", "core.bare", "false");
  git("config", "core.worktree", folder);
  git("config", "core.fsmonitor", `touch '${sign}'; false`);
  expect(await listed()).toContain("a.ts");
  expect(existsSync(sign)).toBe(false);
});

test("without git, links to files in the folder are listed and links to folders are not followed", async () => {
  await files("a.ts", ".hidden/b.ts", "src/c.ts", "node_modules/d.js");
  const outside = await mkdtemp(join(tmpdir(), "flint-outside-"));
  try {
    await writeFile(join(outside, "secret.ts"), "x");
    for (const [name, target] of [
      ["to-a.ts", "a.ts"],
      ["src/to-b.ts", "../.hidden/b.ts"],
      ["second.ts", "to-a.ts"],
      ["gone.ts", "nowhere.ts"],
      ["round.ts", "round.ts"],
      ["src/up", ".."],
      ["sources", "src"],
      ["secret.ts", join(outside, "secret.ts")],
    ] as const)
      await symlink(target, join(folder, name));
    const own = ["a.ts", "second.ts", "src/c.ts", "src/to-b.ts", "to-a.ts"];
    expect(await listed()).toEqual(own.map((name) => join(...name.split("/"))).sort());
  } finally {
    await rm(outside, { recursive: true });
  }
});

test("a named file is listed once, whatever its name", async () => {
  await files("logo.png");
  const path = join(folder, "logo.png");
  expect(await listFiles([path, path])).toEqual([path]);
});

test("a path that does not exist is refused", async () => {
  await expect(listFiles([join(folder, "none")])).rejects.toMatchObject({
    code: "file_missing",
    exitCode: 2,
  });
});

test("folders that cannot be read are skipped", async () => {
  await files("a.ts", "closed/b.ts", "open/c.ts");
  await chmod(folder, 0o755);
  await chmod(join(folder, "closed"), 0);
  // Permissions do not stop root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    expect(await listed()).toEqual(["a.ts", join("open", "c.ts")]);
  } finally {
    if (isRoot) process.seteuid?.(0);
    await chmod(join(folder, "closed"), 0o755);
  }
});

test.each([
  ["gone.ts", "gone.ts"],
  ["second.ts", "nowhere.ts"],
])("a broken link is refused and its target named: %s", async (target, end) => {
  await symlink("nowhere.ts", join(folder, "second.ts"));
  await symlink(target, join(folder, "first.ts"));
  const first = join(folder, "first.ts");
  await expect(listFiles([first])).rejects.toMatchObject({
    code: "file_missing",
    message: `${first} is a symbolic link to ${join(folder, end)}, which does not exist; create that file, or correct the link`,
  });
});

test("a circular link is refused", async () => {
  const path = join(folder, "round.ts");
  await symlink("round.ts", path);
  await expect(listFiles([path])).rejects.toMatchObject({
    code: "file_missing",
    message: `${path} is a symbolic link that leads back to itself; name the file itself`,
  });
});

test("many files are listed in pieces of at most 500", async () => {
  const COUNT = 2_500;
  for (let n = 0; n < COUNT; n++) writeFileSync(join(folder, `f${n}.ts`), "");
  const search = new FileSearch();
  for await (const found of filesOf(await placesOf([folder]))) {
    expect(found.files.length).toBeLessThanOrEqual(500);
    search.add(found);
  }
  const { matches, total } = find(search, "");
  expect(total).toBe(COUNT);
  expect(matches.slice(0, 3)).toEqual(["f0.ts", "f1.ts", "f10.ts"].map((name) => join(folder, name)));
  expect(find(search, "f2499").matches[0]).toBe(join(folder, "f2499.ts"));
});

test.each([
  [50_000, false],
  [50_001, true],
])("of %i files at most 50,000 are listed, and more are reported", async (count, isCut) => {
  execFileSync("git", ["init", "-q"], { cwd: folder });
  const empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
  const input = Array.from({ length: count }, (_, n) => `100644 ${empty}\tf${n}.ts\n`).join("");
  execFileSync("git", ["update-index", "--index-info"], { cwd: folder, input });
  let files = 0;
  let told = false;
  for await (const found of filesOf(await placesOf([folder]))) {
    files += found.files.length;
    told ||= found.isCut ?? false;
  }
  expect({ files, told }).toEqual({ files: 50_000, told: isCut });
});

test("the listing stops when it is aborted", async () => {
  await files("a/1.ts", "b/2.ts");
  const over = new AbortController();
  over.abort();
  const found = await filesOf(await placesOf([folder]), over.signal).next();
  expect(found.done).toBe(true);
});

test("the files of the first path come first", async () => {
  await files("a.ts", "z/1.ts", "z/2.ts");
  const search = new FileSearch();
  const paths = [join(folder, "z"), join(folder, "a.ts")];
  for await (const found of filesOf(await placesOf(paths))) search.add(found);
  expect(find(search, "").matches.map((path) => relative(folder, path))).toEqual([
    join("z", "1.ts"),
    join("z", "2.ts"),
    "a.ts",
  ]);
});

test("files are found by letters of their path, the best match first", () => {
  const search = new FileSearch();
  search.add({ files: ["README.md", "src/client/turn-events.ts"], nth: 0 });
  search.add({ files: ["src/server/turn.ts"], nth: 0 });
  expect(find(search, "turn.ts").matches[0]).toBe("src/server/turn.ts");
  expect(find(search, "clitur").matches).toEqual(["src/client/turn-events.ts"]);
  expect(find(search, "zzz")).toEqual({ matches: [], total: 0 });
  expect(find(search, " ")).toMatchObject({ total: 3 });
});

test("a search of many files runs in slices and finds files added meanwhile", () => {
  const search = new FileSearch();
  const add = (from: number) =>
    search.add({ files: Array.from({ length: 500 }, (_, n) => `src/file-${from + n}.ts`), nth: 0 });
  for (let from = 0; from < 2_500; from += 500) add(from);
  const looking = search.begin("file");
  expect(looking.advance(0)).toBe(false);
  add(2_500);
  while (!looking.advance(1));
  expect(looking.found().total).toBe(3_000);
  add(3_000);
  expect(looking.advance(Number.POSITIVE_INFINITY)).toBe(true);
  expect(looking.found().total).toBe(3_500);
});
