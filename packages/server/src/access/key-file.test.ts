import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { idOf, isSameDigest, makeKey } from "./api-key.ts";
import { changeKeys, readKeys, writeKeys } from "./key-file.ts";
import { recordOf } from "./keys.fixture.ts";

async function folder(): Promise<string> {
  const path = await realpath(await mkdtemp(join(tmpdir(), "flint-keys-")));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

it("a key's text contains its id, and its digest matches that key alone", () => {
  const [one, other] = [makeKey(), makeKey()];
  expect(one.text).toMatch(/^flint_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/);
  expect(idOf(one.text)).toBe(one.id);
  expect(idOf("sk-other")).toBeNull();
  expect(one.digest).not.toContain(one.text.slice(-43));
  expect(isSameDigest(one.digest, one.digest)).toBe(true);
  expect(isSameDigest(one.digest, other.digest)).toBe(false);
  expect(isSameDigest(one.digest, "short")).toBe(false);
});

it("written keys can be read back from a single file that is private to its owner", async () => {
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

it.runIf(process.platform === "linux")(
  "a folder that the system refuses to make is reported with a remedy",
  async () => {
    const refused = { code: "keys_unreadable", message: expect.stringContaining("choose another path") };
    const path = "/proc/flint/a/keys.json";
    await expect(writeKeys(path, [])).rejects.toMatchObject(refused);
    await expect(changeKeys(path, (keys) => ({ keys, result: null }))).rejects.toMatchObject(refused);
  },
);

it("a change is refused while the key file is locked, and a failed change leaves no lock", async () => {
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

it("concurrent changes are applied one after another, and stale locks and drafts are removed", async () => {
  const at = await folder();
  const path = join(at, "keys.json");
  const left = [`${path}.lock`, `${path}.0123abcd.draft`];
  for (const one of left) {
    await writeFile(one, "");
    await utimes(one, 0, 0);
  }
  await Promise.all(Array.from({ length: 8 }, () => addOne(path)));
  expect(await readKeys(path)).toHaveLength(8);
  expect(await readdir(at)).toEqual(["keys.json"]);
});

it.runIf(process.platform === "linux")(
  "a key file that cannot be written is reported with a remedy",
  async () => {
    // Where no file can be made, whoever asks.
    await expect(addOne("/proc/self/keys.json")).rejects.toMatchObject({
      code: "keys_unreadable",
      message: expect.stringMatching(/^the keys in \/proc\/.* are as they were: \w+: let this user write it/),
    });
  },
);

async function ownership(path: string) {
  const { uid, gid, mode } = await stat(path);
  return { uid, gid, mode: mode & 0o777 };
}

const addOne = (path: string) =>
  changeKeys(path, (keys) => ({ keys: [...keys, recordOf({}).record], result: keys.length }));

const isRoot = process.getuid?.() === 0;
const [USER, GROUP] = [54_321, 54_322];

it.runIf(isRoot)(
  "a change by root keeps the file's owner and group, and the group's right to read it",
  async () => {
    const path = join(await folder(), "keys.json");
    await writeKeys(path, []);
    await chown(path, USER, GROUP);
    await addOne(path);
    expect(await ownership(path)).toEqual({ uid: USER, gid: GROUP, mode: 0o600 });
    await chmod(path, 0o644);
    await addOne(path);
    expect(await ownership(path)).toEqual({ uid: USER, gid: GROUP, mode: 0o640 });
    expect(await readKeys(path)).toHaveLength(2);
  },
);

it.runIf(isRoot)("a key file that root creates belongs to the owner of its folder", async () => {
  const at = await folder();
  await chown(at, USER, GROUP);
  await addOne(join(at, "keys.json"));
  expect(await ownership(join(at, "keys.json"))).toEqual({ uid: USER, gid: GROUP, mode: 0o600 });
});

it.runIf(isRoot)("a change by a user who does not own the file is refused and changes nothing", async () => {
  const at = await folder();
  const path = join(at, "keys.json");
  await writeKeys(path, []);
  const before = await readFile(path, "utf8");
  await chmod(path, 0o644);
  await chmod(at, 0o777);
  process.seteuid?.(USER);
  try {
    await expect(addOne(path)).rejects.toMatchObject({
      code: "keys_unreadable",
      message: expect.stringMatching(/belong to user 0 and group 0; run this command as their owner$/),
    });
  } finally {
    process.seteuid?.(0);
  }
  expect(await readFile(path, "utf8")).toBe(before);
  expect(await ownership(path)).toEqual({ uid: 0, gid: 0, mode: 0o644 });
  expect(await readdir(at)).toEqual(["keys.json"]);
});

it("a symbolic link to the key file is followed and kept, and its target is what is locked", async () => {
  const at = await folder();
  await mkdir(join(at, "kept"));
  const [link, path] = [join(at, "keys.json"), join(at, "kept", "real.json")];
  await symlink("kept/real.json", link);
  expect(await addOne(link)).toBe(0);
  expect(await addOne(link)).toBe(1);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(await readKeys(path)).toHaveLength(2);
  expect(await readdir(join(at, "kept"))).toEqual(["real.json"]);
  await writeFile(`${path}.lock`, "");
  await expect(addOne(link)).rejects.toThrow(`remove ${path}.lock`);
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
])("an invalid key file is refused: %s", async (_, text, told) => {
  const path = join(await folder(), "keys.json");
  await writeFile(path, text, { mode: 0o600 });
  await expect(readKeys(path)).rejects.toMatchObject({
    code: "keys_unreadable",
    message: expect.stringContaining(told),
  });
});

it("two keys with the same id, and a key file that others may write to, are refused", async () => {
  const path = join(await folder(), "keys.json");
  const { record } = recordOf({});
  await writeKeys(path, [record, record]);
  await expect(readKeys(path)).rejects.toMatchObject({ message: expect.stringContaining("same id") });
  await writeKeys(path, [record]);
  await chmod(path, 0o666);
  await expect(readKeys(path)).rejects.toMatchObject({ message: expect.stringContaining("chmod 600") });
});
