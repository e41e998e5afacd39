import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeKeys, type KeyRecord, makeKey, readKeys } from "@flint/server";
import { expect, onTestFinished, test } from "vitest";
import { createKey, revokeKey } from "./command.ts";

/** A device that is always full. */
const FULL = "/dev/full";

test("no key is created or revoked while the audit log cannot be written", async () => {
  const folder = await mkdtemp(join(tmpdir(), "flint-keys-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const keys = join(folder, "keys.json");
  const flags = { keys, audit: FULL };
  await expect(createKey({ ...flags, name: "laptop" })).rejects.toMatchObject({ code: "audit_unwritable" });
  expect(await readKeys(keys)).toBeNull();

  const { id, digest } = makeKey();
  const record: KeyRecord = {
    ...{ id, digest, name: "laptop", user: "ann", scopes: ["models"], limits: {} },
    ...{ created: "2026-01-01T00:00:00Z", expires: null, revoked: null },
  };
  await changeKeys(keys, () => ({ keys: [record], result: null }));
  await expect(revokeKey("laptop", flags)).rejects.toMatchObject({ code: "audit_unwritable" });
  expect(await readKeys(keys)).toEqual([record]);
});
