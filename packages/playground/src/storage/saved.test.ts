import { expect, test, vi } from "vitest";
import { MemoryStorage } from "./memory-storage.ts";
import { type Draft, TabStorage } from "./saved.ts";

class FullStorage extends MemoryStorage {
  override setItem(): void {
    throw new DOMException("full", "QuotaExceededError");
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

/** What a browser does for "Duplicate tab". */
function copyOf(storage: Storage): Storage {
  const copy = new MemoryStorage();
  for (let index = 0; index < storage.length; index++) {
    const key = storage.key(index) ?? "";
    copy.setItem(key, storage.getItem(key) ?? "");
  }
  return copy;
}

test("a tab finds its own state again; a new tab starts from a saved one", () => {
  const local = new MemoryStorage();
  const tabs = ["first", "second"].map((code) => {
    const session = new MemoryStorage();
    const tab = new TabStorage(local, session);
    expect(tab.load()?.code).toBe(code === "first" ? undefined : "first");
    tab.save(draft(code));
    tab.leave();
    return session;
  });
  expect(tabs.map((session) => new TabStorage(local, session).load()?.code)).toEqual(["first", "second"]);
  expect(["first", "second"]).toContain(new TabStorage(local, new MemoryStorage()).load()?.code);
});

test("a tab whose page was killed while visible finds its own state again, not another tab's", () => {
  const local = new MemoryStorage();
  const sessions = ["first", "second"].map((code) => {
    const session = new MemoryStorage();
    new TabStorage(local, session).save({ ...draft(code), running: "use const" });
    return session;
  });
  for (const round of ["", " once more"]) {
    const tabs = sessions.map((session) => new TabStorage(local, session));
    const own = tabs.map((tab) => tab.load());
    expect(own.map((saved) => saved?.code)).toEqual([`first${round}`, `second${round}`]);
    expect(own[0]).toMatchObject({ instruction: round === "" ? "use const" : "x", running: null });
    // Killed once more, before there was anything to keep.
    expect(new TabStorage(local, sessions[0]).load()?.code).toBe(`first${round}`);
    for (const [at, tab] of tabs.entries()) tab.save(draft(`${own[at]?.code} once more`));
  }
});

test("with a full session storage, a page can be left and returned to", () => {
  const tab = new TabStorage(new MemoryStorage(), new FullStorage());
  expect(tab.save(draft("code"))).toBe("kept");
  tab.leave();
  tab.enter();
  expect(tab.load()?.code).toBe("code");
});

test("a tab duplicated while visible and its copy keep separate states", () => {
  const [local, session] = [new MemoryStorage(), new MemoryStorage()];
  const tab = new TabStorage(local, session);
  tab.save(draft("own"));
  const atOnce = copyOf(session);
  tab.leave();
  tab.enter();
  for (const copied of [atOnce, copyOf(session)]) {
    const copy = new TabStorage(local, copied);
    expect(copy.load()?.code).toBe("own");
    copy.save(draft("the copy's"));
    expect(tab.load()?.code).toBe("own");
    local.clear();
    tab.save(draft("own"));
  }
});

test("a tab duplicated while hidden and its copy keep separate states", () => {
  const [local, session] = [new MemoryStorage(), new MemoryStorage()];
  const tab = new TabStorage(local, session);
  tab.save(draft("own"));
  tab.leave();
  const copied = copyOf(session);
  const copy = new TabStorage(local, copied);
  expect(copy.load()?.code).toBe("own");
  expect([tab, copy].map((one) => one.isTaken(local.key(0)))).toEqual([true, false]);
  copy.save(draft("the copy's"));
  tab.save(draft("still own"));
  expect(tab.isTaken(local.key(0))).toBe(false);
  for (const one of [tab, copy]) one.leave();
  expect([session, copied].map((of) => new TabStorage(local, of).load()?.code)).toEqual([
    "still own",
    "the copy's",
  ]);
});

test("an edit running in another tab is not taken over as running", () => {
  const [local, session] = [new MemoryStorage(), new MemoryStorage()];
  const tab = new TabStorage(local, session);
  tab.save({ ...draft("code"), selection: [1, 3], instruction: "half a redir", running: "use const" });
  expect(new TabStorage(local, new MemoryStorage()).load()).toMatchObject({
    instruction: "use const",
    running: null,
  });
  expect(tab.load()).toMatchObject({
    selection: [1, 3],
    instruction: "half a redir",
    running: "use const",
  });
});

test("each tab has its own state even without crypto.randomUUID, as in insecure contexts", () => {
  vi.spyOn(crypto, "randomUUID").mockImplementation(() => {
    throw new TypeError("crypto.randomUUID is not a function");
  });
  const local = new MemoryStorage();
  for (const code of ["first", "second"]) new TabStorage(local, new MemoryStorage()).save(draft(code));
  expect(local.length).toBe(2);
});

test("at most 32 tabs and few large ones are kept, and a state that is too large is refused", () => {
  const local = new MemoryStorage();
  const codes = () =>
    Array.from(
      { length: local.length },
      (_, at) => JSON.parse(local.getItem(local.key(at) ?? "") ?? "").code,
    );
  for (let tab = 0; tab < 40; tab++) new TabStorage(local, new MemoryStorage()).save(draft(`tab ${tab}`));
  expect(local.length).toBe(32);
  const large = "x".repeat(1_200_000);
  for (let tab = 0; tab < 5; tab++) new TabStorage(local, new MemoryStorage()).save(draft(`${tab}${large}`));
  expect(codes().filter((code) => code.length > large.length)).toHaveLength(4);
  const tab = new TabStorage(local, new MemoryStorage());
  expect(tab.save(draft("x".repeat(1_300_000)))).toBe("too large");
  expect(new TabStorage(new FullStorage(), new MemoryStorage()).save(draft("small"))).toBe("storage full");
});

test("pending changes are saved even with code as long as the editor allows", () => {
  const tab = new TabStorage(new MemoryStorage(), new MemoryStorage());
  const code = "const total = sum(one, two);\n".repeat(34_000);
  const accepted = `let first;\n${code.replace("const", "var")}`;
  expect(tab.save({ ...draft(code), accepted })).toBe("kept");
  expect(tab.load()).toMatchObject({ code, accepted });
});

test("an edit no longer counts as running if its result is too large to save", () => {
  const tab = new TabStorage(new MemoryStorage(), new MemoryStorage());
  tab.save({ ...draft("code"), running: "write more" });
  expect(tab.save(draft("x".repeat(1_300_000)))).toBe("too large");
  expect(tab.load()).toMatchObject({ code: "code", running: null });
});

test("a saved state of the first version is read", () => {
  const [local, session] = [new MemoryStorage(), new MemoryStorage()];
  const { accepted: _, ...first } = draft("let a;\n");
  local.setItem(
    "flint.playground.tab.a",
    JSON.stringify({ ...first, accepted: "var a;\n", version: 1, at: 1 }),
  );
  session.setItem("flint.playground.tab", "a");
  expect(new TabStorage(local, session).load()).toMatchObject({ code: "let a;\n", accepted: "var a;\n" });
});

test("an unreadable state is reported and kept for the version that can read it", () => {
  const [local, session] = [new MemoryStorage(), new MemoryStorage()];
  const later = JSON.stringify({ version: 2, text: "let a;\n" });
  local.setItem("flint.playground.tab.a", later);
  const fresh = new TabStorage(local, new MemoryStorage());
  expect([fresh.load(), fresh.isUnreadable]).toEqual([null, true]);
  session.setItem("flint.playground.tab", "a");
  const own = new TabStorage(local, session);
  expect([own.load(), own.isUnreadable]).toEqual([null, true]);
  own.save(draft("new"));
  expect(local.getItem("flint.playground.tab.a")).toBe(later);
  own.leave();
  const again = new TabStorage(local, session);
  expect([again.load()?.code, again.isUnreadable]).toEqual(["new", false]);
});

test("text that is not a saved state is ignored", () => {
  const astray = JSON.stringify({ ...draft("x"), version: 1, at: 1, selection: [0, -1] });
  const wild = JSON.stringify({ ...draft("x"), version: 1, at: 1, accepted: [[0, 1]] });
  for (const text of ["", "{", "[]", "null", '{"version":1}', '{"version":2,"code":"x"}', wild, astray]) {
    const [local, session] = [new MemoryStorage(), new MemoryStorage()];
    const tab = new TabStorage(local, session);
    tab.save(draft("good"));
    local.setItem(local.key(0) ?? "", text);
    expect(tab.load()).toBeNull();
  }
});
