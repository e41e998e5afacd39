import { expect, test } from "vitest";
import { browserStorage } from "./browser-storage.ts";
import { MemoryStorage } from "./memory-storage.ts";

test("the browser's own storage is used if it exists", () => {
  const [localStorage, sessionStorage] = [new MemoryStorage(), new MemoryStorage()];
  expect(browserStorage("localStorage", { localStorage, sessionStorage })).toBe(localStorage);
  expect(browserStorage("sessionStorage", { localStorage, sessionStorage })).toBe(sessionStorage);
});

test("data is kept in memory if the browser's storage is missing or blocked", () => {
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
