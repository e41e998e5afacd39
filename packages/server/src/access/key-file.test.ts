import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { idOf, isSameDigest, makeKey } from "./api-key.ts";
import { changeKeys, readKeys, writeKeys } from "./key-file.ts";
import { recordOf } from "./keys.fixture.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "flint-keys-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

it("a key is told by its beginning, names its id, and is kept as a digest that differs for each", () => {
  const [one, other] = [makeKey(), makeKey()];
  expect(one.text).toMatch(/^flint_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/);
  expect(idOf(one.text)).toBe(one.id);
  expect(idOf("sk-other")).toBeNull();
  expect(one.digest).not.toContain(one.text.slice(-43));
  expect(isSameDigest(one.digest, one.digest)).toBe(true);
  expect(isSameDigest(one.digest, other.digest)).toBe(false);
  expect(isSameDigest(one.digest, "short")).toBe(false);
});

it("what is written is read again, by the owner alone, and leaves nothing else behind", async () => {
  const at = await folder();
  const path = join(at, "deep", "keys.json");
  expect(await readKeys(path)).toBeNull();
  const { record, text } = recordOf({ name: "laptop", limits: { sockets: 2 } });
  await writeKeys(path, [record]);
  expect(await readKeys(path)).toEqual([record]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(at, "deep"))).toEqual(["keys.json"]);
  expect(await readFile(path, "utf8")).not.toContain(text.slice(-43));
});

it("a change is made while no other one is", async () => {
  const path = join(await folder(), "keys.json");
  const { record } = recordOf({});
  await changeKeys(path, (keys) => ({ keys: [...keys, record], result: null }));
  await writeFile(`${path}.lock`, "");
  await expect(changeKeys(path, (keys) => ({ keys, result: null }))).rejects.toMatchObject({
    code: "keys_unreadable",
    message: expect.stringContaining(`remove ${path}.lock`),
  });
  await rm(`${path}.lock`);
  await expect(
    changeKeys(path, () => {
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await changeKeys(path, (keys) => ({ keys, result: keys.length }))).toBe(1);
});

it.each([
  ["half a file", '{"version": 1, "keys": [', "it is not JSON"],
  ["another version", '{"version": 2, "keys": []}', "`/version`"],
  ["a record without a digest", '{"version": 1, "keys": [{"id": "abcdefghijkl"}]}', "`/keys/0"],
  [
    "an unknown scope",
    JSON.stringify({ version: 1, keys: [{ ...recordOf({}).record, scopes: ["root"] }] }),
    "`/keys/0/scopes/0`",
  ],
  [
    "an unknown field",
    JSON.stringify({ version: 1, keys: [{ ...recordOf({}).record, admin: true }] }),
    "`/keys/0",
  ],
])("a file that is not as it should be is refused: %s", async (_, text, told) => {
  const path = join(await folder(), "keys.json");
  await writeFile(path, text, { mode: 0o600 });
  await expect(readKeys(path)).rejects.toMatchObject({
    code: "keys_unreadable",
    message: expect.stringContaining(told),
  });
});

it("two keys of one id, and a file that others may write, are refused", async () => {
  const path = join(await folder(), "keys.json");
  const { record } = recordOf({});
  await writeKeys(path, [record, record]);
  await expect(readKeys(path)).rejects.toMatchObject({ message: expect.stringContaining("same id") });
  await writeKeys(path, [record]);
  await chmod(path, 0o666);
  await expect(readKeys(path)).rejects.toMatchObject({ message: expect.stringContaining("chmod 600") });
});
