import { expect, test } from "vitest";
import { browserStorage } from "./browser-storage.ts";
import { MemoryStorage } from "./memory-storage.ts";

test("a browser's storage is taken where there is one", () => {
  const [localStorage, sessionStorage] = [new MemoryStorage(), new MemoryStorage()];
  expect(browserStorage("localStorage", { localStorage, sessionStorage })).toBe(localStorage);
  expect(browserStorage("sessionStorage", { localStorage, sessionStorage })).toBe(sessionStorage);
});

test("where a browser has none, or lets nobody look at it, what is kept is kept in memory", () => {
  const blocked = {
    get sessionStorage(): Storage {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  };
  for (const storage of [
    browserStorage("sessionStorage", blocked),
    browserStorage("localStorage", blocked),
  ]) {
    storage.setItem("a", "1");
    expect(storage.getItem("a")).toBe("1");
    expect([storage.length, storage.key(0), storage.key(1)]).toEqual([1, "a", null]);
    storage.removeItem("a");
    expect(storage.getItem("a")).toBeNull();
  }
});
