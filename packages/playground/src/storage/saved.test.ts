import { expect, test } from "vitest";
import { type Draft, TabStorage } from "./saved.ts";

class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();
  full = false;
  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException("full", "QuotaExceededError");
    this.#items.set(key, value);
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  clear(): void {
    this.#items.clear();
  }
}

function draft(code: string): Draft {
  return {
    code,
    accepted: null,
    language: "javascript",
    instruction: "x",
    transport: "websocket",
    warmUp: true,
    model: "",
    running: null,
  };
}

test("a tab finds its own state again; a new one starts from the latest", () => {
  const local = new MemoryStorage();
  const [first, second] = [new MemoryStorage(), new MemoryStorage()];
  expect(new TabStorage(local, first).load()).toBeNull();
  new TabStorage(local, first).save(draft("first"));
  new TabStorage(local, second).save(draft("second"));
  expect(new TabStorage(local, first).load()?.code).toBe("first");
  expect(["first", "second"]).toContain(new TabStorage(local, new MemoryStorage()).load()?.code);
});

test("few tabs are kept, and no state that is too large", () => {
  const local = new MemoryStorage();
  for (let tab = 0; tab < 10; tab++) new TabStorage(local, new MemoryStorage()).save(draft(`tab ${tab}`));
  expect(local.length).toBe(4);
  expect(new TabStorage(local, new MemoryStorage()).save(draft("x".repeat(1_000_000)))).toBe(false);
  local.full = true;
  expect(new TabStorage(local, new MemoryStorage()).save(draft("small"))).toBe(false);
});

test("what is no state is passed over", () => {
  for (const text of ["", "{", "[]", "null", '{"version":1}', '{"version":2,"code":"x"}']) {
    const [local, session] = [new MemoryStorage(), new MemoryStorage()];
    new TabStorage(local, session).save(draft("good"));
    local.setItem(local.key(0) ?? "", text);
    expect(new TabStorage(local, session).load()).toBeNull();
  }
});
