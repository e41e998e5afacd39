import { expect, test } from "vitest";
import { isValkeyAddress, parseValkeyAddress } from "./address.ts";

test("an address gives host, port, database, prefix, user, password and TLS", () => {
  expect(parseValkeyAddress("valkeys://ada:p%40ss@cache.example:6380/3?prefix=team&wait=2000", {})).toEqual({
    host: "cache.example",
    port: 6380,
    database: 3,
    tls: true,
    user: "ada",
    password: "p@ss",
    prefix: "team",
    waits: { wait: 2_000 },
  });
  expect(parseValkeyAddress("redis://[::1]", {})).toMatchObject({
    host: "::1",
    port: 6379,
    database: 0,
    tls: false,
    user: undefined,
    prefix: "flint",
  });
});

test("the environment supplies a missing user and password", () => {
  const env = { FLINT_STORE_USER: "ada", FLINT_STORE_PASSWORD: "secret" };
  expect(parseValkeyAddress("rediss://cache", env)).toMatchObject({
    user: "ada",
    password: "secret",
    tls: true,
  });
  expect(parseValkeyAddress("rediss://eve:other@cache", env)).toMatchObject({
    user: "eve",
    password: "other",
  });
});

test.each([
  "valkey://",
  "http://:hidden@cache",
  "valkey://:hidden%@cache",
  "valkey://:hidden@cache/zero",
  "valkey://:hidden@cache/0?prefx=team",
  "valkey://:hidden@cache/0?prefix=a b",
  "valkey://:hidden@cache/0?lease=1",
  "valkey://:hidden@cache/0?wait=soon",
  "valkey://:hidden@cache:99999",
])("%s is refused, and the message repeats no password", (text) => {
  expect(() => parseValkeyAddress(text, {})).toThrow(
    expect.objectContaining({ code: "store_address", message: expect.not.stringContaining("hidden") }),
  );
});

test("Valkey addresses are told apart from other stores", () => {
  expect(["valkey://a", "valkeys://a", "redis://a", "rediss://a"].every(isValkeyAddress)).toBe(true);
  expect(["memory", "disk", "disk:valkey://a"].some(isValkeyAddress)).toBe(false);
});
