import { randomBytes } from "node:crypto";
import { readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "libsql";
import { expect, test } from "vitest";
import { continued, conversation, delta, kept, sample } from "../conformance/sample.ts";
import { openDiskStore } from "../index.ts";
import { defaultDiskLimits } from "../limits.ts";
import type { Shelf } from "../shelf.ts";
import { ShelvedStore } from "../shelved-store.ts";
import { openDiskShelf } from "./index.ts";
import { storeFile } from "./store-file.fixture.ts";

function change(path: string, sql: string): void {
  const database = new Sqlite(path);
  database.exec(sql);
  database.close();
}

test.runIf(process.platform === "linux")(
  "a folder that the system refuses to make is reported with a remedy",
  async () => {
    await expect(openDiskStore({ path: "/proc/flint/a/store.db" })).rejects.toMatchObject({
      code: "store_failed",
      message: expect.stringContaining("choose another path"),
    });
  },
);

test("responses, their chains, owners and events survive a restart", async () => {
  const path = storeFile();
  const before = await openDiskStore({ path });
  const root = await kept(before, { owner: "ada", answer: "one" });
  const ended = sample({ owner: "ada", answer: "two", previousId: root.response.id, parent: root.tip });
  const log = before.begin({ id: ended.response.id, owner: "ada", previousId: root.response.id });
  log.append(delta(0));
  await before.keep({ ...ended, terminal: delta(1) });
  log.end();
  await before.close();

  const after = await openDiskStore({ path });
  const { id } = ended.response;
  expect(await after.get(id, "ada")).toEqual(ended.response);
  expect(await after.get(id, "eve")).toBeNull();
  expect(conversation((await after.tip(id, "ada"))?.tip ?? null)).toEqual(["hello", "one", "hello", "two"]);
  expect((await after.log(id, "ada"))?.read(0)?.map(({ text }) => JSON.parse(text))).toEqual([delta(1)]);
  expect((await after.log(id, "ada"))?.ended).toBe(true);
  const third = await continued(after, id, { owner: "ada", answer: "three" });
  expect(conversation(third.tip)).toEqual(["hello", "one", "hello", "two", "hello", "three"]);
  await after.close();
});

test("events read from the file while their response is deleted are not returned", async () => {
  const path = storeFile();
  const before = await openDiskStore({ path });
  const ended = sample();
  const { id } = ended.response;
  const log = before.begin({ id, owner: null, previousId: null });
  log.append(delta(0));
  await before.keep({ ...ended, terminal: delta(1) });
  log.end();
  await before.close();

  const shelf = await openDiskShelf(path);
  const { labels, logs, secret } = shelf;
  const deletedMeanwhile: Shelf = {
    ...{ labels, logs, secret },
    write: (changes) => shelf.write(changes),
    read: (ids) => shelf.read(ids),
    readLog: async (name) => {
      const text = await shelf.readLog(name);
      await after.delete(name, null);
      return text;
    },
    responsesOf: (ids) => shelf.responsesOf(ids),
    close: () => shelf.close(),
  };
  const after = new ShelvedStore({ shelf: deletedMeanwhile, limits: defaultDiskLimits });
  expect(await after.log(id, null)).toBeNull();
  expect(await after.log(id, null)).toBeNull();
  await after.close();
});

test("150,000 changes are written in one call", async () => {
  const path = storeFile();
  const shelf = await openDiskShelf(path);
  const changes = Array.from({ length: 150_000 }, (_, at) => ({ type: "unlist", id: `resp_${at}` }) as const);
  await expect(shelf.write(changes)).resolves.toBeUndefined();
  await shelf.close();
});

test("output items and the secret survive a restart, and a file from before them is upgraded", async () => {
  const path = storeFile();
  const before = await openDiskStore({ path });
  const { response } = await kept(before);
  const { secret } = before;
  await before.close();
  const ids = response.output.map(({ id }) => id);

  const after = await openDiskStore({ path });
  expect([...(await after.items(ids, null)).values()]).toEqual(response.output);
  expect(after.secret).toEqual(secret);
  await after.close();

  change(path, "DROP TABLE item; DROP TABLE secret; PRAGMA user_version = 1;");
  const updated = await openDiskStore({ path });
  expect([...(await updated.items(ids, null)).values()]).toEqual(response.output);
  expect(updated.secret).toHaveLength(32);
  await updated.close();
});

test("a response whose conversation is missing is dropped, and the others stay", async () => {
  const path = storeFile();
  const before = await openDiskStore({ path });
  const root = await kept(before, { owner: "ada", answer: "one" });
  const child = await continued(before, root.response.id, { owner: "ada", answer: "two" });
  const other = await kept(before, { owner: "ada", answer: "three" });
  await before.close();
  change(path, `DELETE FROM response WHERE id = '${root.response.id}'`);
  for (let opened = 0; opened < 2; opened++) {
    const after = await openDiskStore({ path });
    expect(await after.get(child.response.id, "ada")).toBeNull();
    expect(await after.get(other.response.id, "ada")).toEqual(other.response);
    await after.close();
  }
});

test("events expire after their retention, even if the server was down meanwhile", async () => {
  const path = storeFile();
  let now = 1000;
  const options = { path, now: () => now, limits: { logRetention: 500 } };
  const before = await openDiskStore(options);
  const ended = sample();
  before.begin({ id: ended.response.id, owner: null, previousId: null }).append(delta(0));
  await before.keep(ended);
  await before.close();
  now += 600;
  const after = await openDiskStore(options);
  expect(await after.log(ended.response.id, null)).toBeNull();
  expect(await after.get(ended.response.id, null)).toEqual(ended.response);
  await after.close();
});

test("deleted responses leave the file after a restart, even if a continuation never ended", async () => {
  const path = storeFile();
  const before = await openDiskStore({ path });
  const root = await kept(before, { owner: "ada", answer: "one" });
  const next = await continued(before, root.response.id, { owner: "ada", answer: "two" });
  await before.delete(root.response.id, "ada");
  before.begin({ id: "resp_running", owner: "ada", previousId: next.response.id });
  await before.delete(next.response.id, "ada");
  await before.close();

  const after = await openDiskStore({ path });
  await after.close();
  const database = new Sqlite(path);
  expect(database.prepare("SELECT id FROM body UNION SELECT id FROM response").all()).toEqual([]);
  database.close();
});

test("smaller limits take effect when the file is opened again", async () => {
  const path = storeFile();
  const before = await openDiskStore({ path });
  const first = await kept(before);
  const second = await kept(before);
  await before.get(first.response.id, null);
  await before.close();
  const after = await openDiskStore({ path, limits: { responses: 1 } });
  expect(await after.get(first.response.id, null)).not.toBeNull();
  expect(await after.get(second.response.id, null)).toBeNull();
  await after.close();
});

test("the file is private to its owner", async () => {
  const path = storeFile();
  const store = await openDiskStore({ path });
  await kept(store, { owner: null, answer: "one" });
  for (const suffix of ["", "-wal"]) expect(statSync(path + suffix).mode & 0o777).toBe(0o600);
  await store.close();
});

test("two servers cannot open the same file", async () => {
  const path = storeFile();
  const first = await openDiskStore({ path });
  await expect(openDiskStore({ path })).rejects.toMatchObject({
    code: "store_in_use",
    message: `${path} is in use by another server: stop that one, or choose another path for the store`,
  });
  const { response } = await kept(first);
  await first.close();
  const second = await openDiskStore({ path });
  expect(await second.get(response.id, null)).toEqual(response);
  await second.close();
});

test("a file of a later version is refused and left unchanged", async () => {
  const path = storeFile();
  await (await openDiskStore({ path })).close();
  change(path, "PRAGMA user_version = 99");
  const before = readFileSync(path);
  await expect(openDiskStore({ path })).rejects.toMatchObject({
    code: "store_too_new",
    message: expect.stringMatching(/written by a later version of Flint \(format 99, this one knows 2\)/),
  });
  expect(readFileSync(path)).toEqual(before);
});

test("another program's database is refused and left unchanged", async () => {
  const path = storeFile();
  change(path, "CREATE TABLE mine (a); INSERT INTO mine VALUES (1)");
  const before = readFileSync(path);
  await expect(openDiskStore({ path })).rejects.toMatchObject({ code: "store_foreign" });
  expect(readFileSync(path)).toEqual(before);
});

test.each([
  ["plain text", (path: string) => writeFileSync(path, "not a database at all, by no means")],
  ["noise", (path: string) => writeFileSync(path, randomBytes(50_000))],
  ["half a file", (path: string) => truncateSync(path, statSync(path).size / 2)],
])("%s is reported as damage", async (_, damage) => {
  const path = storeFile();
  const store = await openDiskStore({ path });
  for (let count = 0; count < 100; count++) await kept(store);
  await store.close();
  damage(path);
  await expect(openDiskStore({ path })).rejects.toMatchObject({
    code: "store_corrupt",
    message: expect.stringMatching(/move it away to start a new one/),
  });
});

test("damage that is found later is reported as store_corrupt", async () => {
  const path = storeFile();
  const store = await openDiskStore({ path });
  const responses = [];
  for (let count = 0; count < 200; count++) responses.push(await kept(store));
  await store.close();
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes.fill(0x5a, middle, middle + 16_384);
  writeFileSync(path, bytes);
  const outcomes = new Set<string>();
  try {
    const again = await openDiskStore({ path });
    for (const { response } of responses) {
      await again.get(response.id, null).then(
        (found) => outcomes.add(found === null ? "gone" : "found"),
        (error) => outcomes.add(error.code),
      );
    }
    await again.close();
  } catch (error) {
    outcomes.add((error as { code: string }).code);
  }
  expect(outcomes).toContain("store_corrupt");
});

test("a path where no file can be made is reported with a remedy", async () => {
  const path = storeFile();
  writeFileSync(path, "");
  await expect(openDiskStore({ path: join(path, "below.db") })).rejects.toMatchObject({
    code: "store_failed",
    message: expect.stringMatching(/choose another path/),
  });
});
