import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { clearDrafts, draftOf, isLeft } from "./leftovers.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "flint-leftovers-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

it("drafts that killed processes left go; one that is being written, and a person's copies, stay", async () => {
  const at = await folder();
  const path = join(at, "keys.json");
  const [left, fresh] = [draftOf(path), draftOf(path)];
  const copies = [
    "keys.json",
    "keys.json.20260101",
    "keys.json.bak",
    "keys.json.draft",
    "other.0123abcd.draft",
  ];
  for (const one of [left, fresh, ...copies.map((name) => join(at, name))]) await writeFile(one, "");
  for (const one of [left, ...copies.map((name) => join(at, name))]) await utimes(one, 0, 0);
  expect([await isLeft(left), await isLeft(fresh), await isLeft(join(at, "none"))]).toEqual([
    true,
    false,
    false,
  ]);
  await clearDrafts(path);
  expect((await readdir(at)).map((name) => join(at, name)).sort()).toEqual(
    [fresh, ...copies.map((name) => join(at, name))].sort(),
  );
  await expect(clearDrafts(join(at, "none", "keys.json"))).resolves.toBeUndefined();
});
