import type { KeyRecord } from "@flint/server";
import { expect, test } from "vitest";
import { createKey, revokeKey } from "./command.ts";
import { expiryOf } from "./expiry.ts";
import { keyLines } from "./listing.ts";

const now = new Date("2026-01-02T03:04:05Z");

test.each([
  ["90d", "2026-04-02T03:04:05.000Z"],
  ["12h", "2026-01-02T15:04:05.000Z"],
  ["2027-01-31", "2027-01-31T00:00:00.000Z"],
  ["2027-01-31T12:00:00+02:00", "2027-01-31T10:00:00.000Z"],
])("--expires %s means %s", (text, time) => {
  expect(expiryOf(text, now)).toBe(time);
});

test.each(["soon", "90", "-1d", "2027-13-45", "2027-01-31T12:00", ""])("--expires %s is refused", (text) => {
  expect(() => expiryOf(text, now)).toThrow(/expected a time such as 90d/);
});

test.each(["0d", "2020-01-01"])("--expires %s is refused as a time in the past", (text) => {
  expect(() => expiryOf(text, now)).toThrow(/in the past/);
});

test("the list has a line for each key with its state and limits, in columns", () => {
  const key: KeyRecord = {
    id: "abcdefghijkl",
    name: "laptop",
    user: "ann",
    digest: "x".repeat(43),
    scopes: ["responses", "models"],
    created: "2026-01-01T00:00:00Z",
    expires: "2026-03-01T00:00:00Z",
    revoked: null,
    limits: { requestsPerMinute: 60, sockets: 2 },
  };
  const lines = keyLines(
    [
      key,
      { ...key, name: "ci", expires: "2026-01-01T00:00:00Z" },
      { ...key, revoked: "2026-01-01T00:00:00Z", limits: {} },
    ],
    now,
  );
  expect(lines).toBe(
    [
      "abcdefghijkl  laptop  ann  responses,models  valid until 2026-03-01  60 requests/min, 2 sockets",
      "abcdefghijkl  ci      ann  responses,models  expired 2026-01-01      60 requests/min, 2 sockets",
      "abcdefghijkl  laptop  ann  responses,models  revoked 2026-01-01",
      "",
    ].join("\n"),
  );
});

test.runIf(process.platform === "linux")(
  "a key file in a folder that cannot be created is refused with the remedy",
  async () => {
    const refused = {
      code: "keys_unwritable",
      message: expect.stringMatching(/^keys cannot be saved in \/proc\/flint \(ENOENT\): .*--keys$/),
    };
    const flags = { keys: "/proc/flint/keys.json" };
    await expect(createKey({ ...flags, name: "laptop" })).rejects.toMatchObject(refused);
    await expect(revokeKey("laptop", flags)).rejects.toMatchObject(refused);
  },
);
