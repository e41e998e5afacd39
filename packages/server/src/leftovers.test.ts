import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { clearDrafts, draftOf, isStale } from "./leftovers.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "flint-leftovers-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

it("stale drafts are cleared, and fresh drafts and a person's copies stay", async () => {
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
  expect([await isStale(left), await isStale(fresh), await isStale(join(at, "none"))]).toEqual([
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
