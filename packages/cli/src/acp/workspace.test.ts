import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Workspace } from "./workspace.ts";

let folder: string;
let root: string;
let outside: string;
let workspace: Workspace;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "flint-workspace-")));
  root = join(folder, "root");
  outside = join(folder, "outside");
  await mkdir(join(root, "src"), { recursive: true });
  await mkdir(outside);
  await writeFile(join(root, "src", "a.ts"), "");
  await writeFile(join(outside, "b.ts"), "");
  await symlink(outside, join(root, "linked"));
  await symlink(join(outside, "never.ts"), join(root, "dangling.ts"));
  await symlink("src/new.ts", join(root, "within.ts"));
  // The editor is only asked when files are read or written.
  workspace = new Workspace(undefined as never, {}, "session", [root]);
});
afterAll(() => rm(folder, { recursive: true }));

it.each(["src/a.ts", "src/new.ts", "new/folder/c.ts", "within.ts"])(
  "the workspace contains %s",
  async (path) => {
    expect(await workspace.contains(join(root, path))).toBe(true);
  },
);

it("tells where a file leads that only seems to be in a folder", async () => {
  expect(await workspace.leadsOut(join(root, "linked/b.ts"))).toBe(join(outside, "b.ts"));
  expect(await workspace.leadsOut(join(root, "dangling.ts"))).toBe(join(outside, "never.ts"));
  for (const path of ["src/a.ts", "within.ts", "../outside/b.ts"])
    expect(await workspace.leadsOut(join(root, path))).toBeNull();
});

it.each([
  ["a file behind a linked folder", "linked/b.ts"],
  ["a new file behind a linked folder", "linked/new.ts"],
  ["a new folder behind a linked folder", "linked/new/c.ts"],
  ["a link to a file that is not there yet", "dangling.ts"],
  ["a file beside the folder", "../outside/new.ts"],
])("the workspace does not contain %s", async (_, path) => {
  expect(await workspace.contains(join(root, path))).toBe(false);
});
