import { expect, test } from "vitest";
import { continued, conversation, kept } from "../conformance/sample.ts";
import { openDiskStore } from "../index.ts";
import { defaultDiskLimits } from "../limits.ts";
import type { Shelf } from "../shelf.ts";
import { ShelvedStore } from "../shelved-store.ts";
import { StoreError } from "../store-error.ts";
import { openDiskShelf } from "./index.ts";
import { storeFile } from "./store-file.fixture.ts";

const full = new StoreError("store_full", "the disk is full");

/** A store whose disk takes writes or not, as it is told to. */
async function useDisk() {
  const path = storeFile();
  const shelf = await openDiskShelf(path);
  const disk = { isFull: false };
  const faulty: Shelf = {
    labels: shelf.labels,
    logs: shelf.logs,
    secret: shelf.secret,
    write: (changes) => (disk.isFull ? Promise.reject(full) : shelf.write(changes)),
    read: (ids) => shelf.read(ids),
    readLog: (id) => shelf.readLog(id),
    responsesOf: (ids) => shelf.responsesOf(ids),
    close: () => shelf.close(),
  };
  return { path, disk, store: new ShelvedStore({ shelf: faulty, limits: defaultDiskLimits }) };
}

test("a response whose deletion the disk refused is deleted with the next write and stays gone", async () => {
  const { path, disk, store } = await useDisk();
  const [gone, alsoGone] = [await kept(store), await kept(store)];
  disk.isFull = true;
  await expect(store.delete(gone.response.id, null)).rejects.toBe(full);
  await expect(store.delete(alsoGone.response.id, null)).rejects.toBe(full);
  expect(await store.get(gone.response.id, null)).toBeNull();
  disk.isFull = false;
  const stays = await kept(store);
  await store.close();

  const after = await openDiskStore({ path });
  expect(await after.get(gone.response.id, null)).toBeNull();
  expect(await after.get(alsoGone.response.id, null)).toBeNull();
  expect(await after.get(stays.response.id, null)).toEqual(stays.response);
  await after.close();
});

test("a refused deletion can be repeated, and succeeds once the disk accepts it", async () => {
  const { path, disk, store } = await useDisk();
  const { response } = await kept(store);
  disk.isFull = true;
  await expect(store.delete(response.id, null)).rejects.toBe(full);
  await expect(store.delete(response.id, null)).rejects.toBe(full);
  expect(await store.delete(response.id, "another")).toBe(false);
  disk.isFull = false;
  expect(await store.delete(response.id, null)).toBe(true);
  expect(await store.delete(response.id, null)).toBe(false);
  await store.close();

  const after = await openDiskStore({ path });
  expect(await after.get(response.id, null)).toBeNull();
  await after.close();
});

test("a refused deletion is done when the store closes, and responses that continue it stay whole", async () => {
  const { path, disk, store } = await useDisk();
  const root = await kept(store, { answer: "one" });
  const child = await continued(store, root.response.id, { answer: "two" });
  disk.isFull = true;
  await expect(store.delete(root.response.id, null)).rejects.toBe(full);
  await expect(kept(store)).rejects.toBe(full);
  disk.isFull = false;
  await store.close();

  const after = await openDiskStore({ path });
  expect(await after.get(root.response.id, null)).toBeNull();
  const tip = await after.tip(child.response.id, null);
  expect(conversation(tip?.tip ?? null)).toEqual(["hello", "one", "hello", "two"]);
  await after.close();
});
