import { EngineError, type PromptItem, type PromptLink, type Thread } from "@flint/engine";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { WatchedEngine } from "../door/watched-engine.fixture.ts";
import { type Parking, ThreadPool, type ThreadRequest } from "./thread-pool.ts";

const never = new AbortController().signal;

function poolOf(maxThreads: number, { idle = 8, wait = 1000 } = {}) {
  const engine = new WatchedEngine({ turns: [{ steps: [{ text: "well" }] }] }, maxThreads);
  return { engine, pool: new ThreadPool({ engine, idle, wait }) };
}

function link(parent: PromptLink | null = null): PromptLink {
  return { parent, items: [] };
}

function ask(tip: PromptLink | null, more: Partial<ThreadRequest> = {}): ThreadRequest {
  return { model: "script", owner: null, tip, input: [], fork: false, cacheKey: null, ...more };
}

function at(tip: PromptLink | null, more: Partial<Parking> = {}) {
  return { tip, input: [], cacheKey: null, prospect: "open" as const, connection: null, ...more };
}

function said(text: string): PromptItem {
  return { type: "message", role: "user", content: [{ type: "input_text", text }] };
}

describe("ThreadPool", () => {
  it("continues a tip on the thread parked at it", async () => {
    const { pool, engine } = poolOf(4);
    const tip = link();
    const first = await pool.acquire(ask(null), never);
    first.park(at(tip));
    const second = await pool.acquire(ask(tip), never);
    expect(second.thread).toBe(first.thread);
    expect(engine.threads).toBe(1);
  });

  it("forks the thread at a tip and leaves the original there", async () => {
    const { pool, engine } = poolOf(4);
    const tip = link();
    const first = await pool.acquire(ask(null), never);
    first.park(at(tip));
    const fork = await pool.acquire(ask(tip, { fork: true }), never);
    expect(fork.thread).not.toBe(first.thread);
    expect((await pool.acquire(ask(tip), never)).thread).toBe(first.thread);
    expect(engine.threads).toBe(2);
  });

  it("forks the nearest relative when a tip's own thread has moved on", async () => {
    const { pool, engine } = poolOf(4);
    const root = link();
    const near = link(link(root));
    const far = link(link(root));
    const [a, b] = [await pool.acquire(ask(null), never), await pool.acquire(ask(null), never)];
    a.park(at(far));
    b.park(at(near));
    await pool.acquire(ask(link(near.parent)), never);
    expect(engine.threads).toBe(3);
    expect(pool.idleThreads).toBe(2);
  });

  it("moves the thread itself if the engine has no room for a fork", async () => {
    const { pool } = poolOf(1);
    const tip = link();
    const first = await pool.acquire(ask(null), never);
    first.park(at(tip));
    expect((await pool.acquire(ask(tip, { fork: true }), never)).thread).toBe(first.thread);
  });

  it("reuses the longest idle thread if the engine has no room", async () => {
    const { pool } = poolOf(2);
    const [old, young] = [await pool.acquire(ask(null), never), await pool.acquire(ask(null), never)];
    old.park(at(link()));
    young.park(at(link()));
    expect((await pool.acquire(ask(null), never)).thread).toBe(old.thread);
  });

  it("starts a new conversation on a thread that nobody can continue, or on a fork by cache key", async () => {
    const { pool, engine } = poolOf(4, { idle: 2 });
    const [keyed, spare] = [await pool.acquire(ask(null), never), await pool.acquire(ask(null), never)];
    keyed.park(at(link(), { cacheKey: "k" }));
    spare.park(at(null));
    expect((await pool.acquire(ask(null, { cacheKey: "other" }), never)).thread).toBe(spare.thread);
    const again = await pool.acquire(ask(null, { cacheKey: "k" }), never);
    expect(again.thread).not.toBe(keyed.thread);
    expect(engine.threads).toBe(3);
    expect(pool.idleThreads).toBe(1);
  });

  it("leaves a thread that nobody can continue to its cache key while there is room", async () => {
    const { pool, engine } = poolOf(2);
    const first = await pool.acquire(ask(null), never);
    first.park(at(null, { cacheKey: "a" }));
    const second = await pool.acquire(ask(null, { cacheKey: "b" }), never);
    second.park(at(null, { cacheKey: "b" }));
    expect(engine.threads).toBe(2);
    expect((await pool.acquire(ask(null, { cacheKey: "a" }), never)).thread).toBe(first.thread);
    expect((await pool.acquire(ask(null, { cacheKey: "c" }), never)).thread).toBe(second.thread);
  });

  it("keeps apart the threads of alternating conversations that resend their history", async () => {
    const { pool, engine } = poolOf(4);
    const threads: Record<string, Thread[]> = { ann: [], bob: [] };
    for (const turn of [1, 2, 3]) {
      for (const [who, taken] of Object.entries(threads)) {
        const input = Array.from({ length: turn }, (_, nth) => said(`${who} ${nth}`));
        const lease = await pool.acquire(ask(null, { input }), never);
        taken.push(lease.thread);
        lease.park(at(null, { input }));
      }
    }
    expect(engine.threads).toBe(2);
    for (const taken of Object.values(threads)) expect(new Set(taken).size).toBe(1);
  });

  it("reuses the oldest thread that nobody can continue once such threads are half of those kept", async () => {
    const { pool } = poolOf(8, { idle: 4 });
    const leases = [];
    for (let nth = 0; nth < 3; nth++) leases.push(await pool.acquire(ask(null), never));
    const [held, oldest, latest] = leases;
    held?.park(at(link()));
    oldest?.park(at(null, { input: [said("a")] }));
    const third = await pool.acquire(ask(null, { input: [said("b")] }), never);
    expect(leases.map(({ thread }) => thread)).not.toContain(third.thread);
    latest?.park(at(null, { input: [said("c")] }));
    const fourth = await pool.acquire(ask(null, { input: [said("d")] }), never);
    expect(fourth.thread).toBe(oldest?.thread);
  });

  it.each([
    ["the thread itself, where nobody can continue it", null],
    ["a fork of it, where somebody can", link()],
  ])("continues a resent history on the thread that has read it: on %s", async (_, tip) => {
    const { pool, engine } = poolOf(4);
    const leases = [];
    for (let n = 0; n < 3; n++) leases.push(await pool.acquire(ask(null), never));
    const [mine, earlier, other] = leases;
    mine?.park(at(tip, { input: [said("a"), said("b")] }));
    earlier?.park(at(tip, { input: [said("a")] }));
    other?.park(at(null, { input: [said("x")] }));
    const fork = vi.spyOn(mine?.thread as Thread, "fork");
    const next = await pool.acquire(ask(null, { input: [said("a"), said("b"), said("c")] }), never);
    expect(next.thread === mine?.thread).toBe(tip === null);
    expect(fork).toHaveBeenCalledTimes(tip === null ? 0 : 1);
    expect(engine.threads).toBe(tip === null ? 3 : 4);
  });

  it.each([
    ["that nobody can continue", null, null],
    ["of the same cache key", link(), "k"],
    ["at the tip itself", link(), null],
  ])("gives nobody another user's thread: one %s", async (_, tip, cacheKey) => {
    const { pool, engine } = poolOf(4);
    const more = cacheKey === null ? {} : { cacheKey };
    const first = await pool.acquire(ask(null, { owner: "ann" }), never);
    first.park(at(tip, more));
    const asked = cacheKey === null ? tip : null;
    await pool.acquire(ask(asked, { owner: "bob", ...more }), never);
    await pool.acquire(ask(asked, more), never);
    expect(engine.threads).toBe(3);
    expect(pool.idleThreads).toBe(1);
  });

  it("tells the engine which user a thread is for", async () => {
    const { pool, engine } = poolOf(1);
    const openThread = vi.spyOn(engine, "openThread");
    const lease = await pool.acquire(ask(null, { owner: "ann" }), never);
    expect(openThread).toHaveBeenLastCalledWith({ model: "script", user: "ann" });
    lease.release();
    await pool.acquire(ask(null), never);
    expect(openThread).toHaveBeenLastCalledWith({ model: "script" });
  });

  it("releases another user's idle thread if the engine has no room", async () => {
    const { pool, engine } = poolOf(1);
    const first = await pool.acquire(ask(null, { owner: "ann" }), never);
    first.park(at(null));
    const second = await pool.acquire(ask(null, { owner: "bob" }), never);
    expect(second.thread).not.toBe(first.thread);
    expect(engine.threads).toBe(1);
  });

  it("releases idle threads over its limit, and those whose connection is gone", async () => {
    const { pool, engine } = poolOf(8, { idle: 2 });
    const connection = new AbortController();
    const leases = [];
    for (let n = 0; n < 4; n++) leases.push(await pool.acquire(ask(null), never));
    const [late, ...parked] = leases;
    for (const lease of parked) lease.park(at(link(), { connection: connection.signal }));
    expect(engine.threads).toBe(3);
    connection.abort();
    expect(engine.threads).toBe(1);
    late?.park(at(link(), { connection: connection.signal }));
    expect(engine.threads).toBe(0);
  });

  it("keeps conversations that have gone on, however many new ones come", async () => {
    const { pool, engine } = poolOf(8, { idle: 4 });
    const tips = [link(), link()];
    const chats = [];
    for (const tip of tips) {
      const lease = await pool.acquire(ask(null), never);
      lease.park(at(tip, { prospect: "likely" }));
      chats.push(lease.thread);
    }
    for (let shot = 0; shot < 9; shot++) (await pool.acquire(ask(null), never)).park(at(link()));
    expect(engine.threads).toBe(4);
    const found = [];
    for (const tip of tips) found.push((await pool.acquire(ask(tip), never)).thread);
    expect(found).toEqual(chats);
  });

  it("keeps a new conversation until it goes on, however many older ones there are", async () => {
    const { pool } = poolOf(8, { idle: 4 });
    const olds = [];
    for (let old = 0; old < 4; old++) olds.push(await pool.acquire(ask(null), never));
    for (const lease of olds) lease.park(at(link(), { prospect: "likely" }));
    const tip = link();
    const fresh = await pool.acquire(ask(null), never);
    fresh.park(at(tip));
    (await pool.acquire(ask(null), never)).park(at(link()));
    expect((await pool.acquire(ask(tip), never)).thread).toBe(fresh.thread);
  });

  it("reuses a one-shot's thread before one whose history was sent again", async () => {
    const { pool } = poolOf(8, { idle: 2 });
    const history = [said("a")];
    const first = await pool.acquire(ask(null, { input: history }), never);
    first.park(at(null, { input: history, prospect: "unlikely" }));
    const longer = [...history, said("b")];
    const again = await pool.acquire(ask(null, { input: longer }), never);
    expect([first.isSentAgain, again.isSentAgain]).toEqual([false, true]);
    again.park(at(null, { input: longer, prospect: "likely" }));
    const shots = [];
    for (const text of ["x", "y"]) {
      const lease = await pool.acquire(ask(null, { input: [said(text)] }), never);
      lease.park(at(null, { input: [said(text)], prospect: "unlikely" }));
      shots.push(lease.thread);
    }
    expect(shots).not.toContain(again.thread);
    const last = await pool.acquire(ask(null, { input: [...longer, said("c")] }), never);
    expect(last.thread).toBe(again.thread);
  });

  it("waits for a busy engine until a thread comes free", async () => {
    const { pool } = poolOf(1);
    const first = await pool.acquire(ask(null), never);
    const second = pool.acquire(ask(null), never);
    first.release();
    first.release();
    expect((await second).thread).not.toBe(first.thread);
  });

  it("wakes the next waiting request when the one that was woken fails", async () => {
    const { engine, pool } = poolOf(1, { wait: 600_000 });
    const held = await pool.acquire(ask(null), never);
    const failing = pool.acquire(ask(null, { model: "missing" }), never);
    const openThread = engine.openThread.bind(engine);
    engine.openThread = (options) => {
      if (engine.threads === 1) throw new EngineError("engine_busy", "full");
      return openThread(options);
    };
    await expect(failing).rejects.toMatchObject({ code: "model_not_found" });
    const second = pool.acquire(ask(null, { model: "missing" }), never);
    const third = pool.acquire(ask(null), never);
    await new Promise(setImmediate);
    held.release();
    await expect(second).rejects.toMatchObject({ code: "model_not_found" });
    await third;
  });

  it("stops waiting after its limit, or when aborted", async () => {
    const { pool } = poolOf(1, { wait: 20 });
    await pool.acquire(ask(null), never);
    await expect(pool.acquire(ask(null), never)).rejects.toMatchObject({ code: "engine_busy" });
    const stop = new AbortController();
    const waiting = pool.acquire(ask(null), stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: "aborted" });
  });

  it("waits no longer than its limit in total, even if others take each freed thread", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const { pool } = poolOf(1, { wait: 1000 });
    const tip = link();
    let held = await pool.acquire(ask(null), never);
    let outcome = "waits";
    pool.acquire(ask(null), never).catch(({ code }) => {
      outcome = code;
    });
    for (let nth = 0; nth < 4; nth++) {
      await vi.advanceTimersByTimeAsync(300);
      held.park(at(tip));
      held = await pool.acquire(ask(tip), never);
    }
    expect(outcome).toBe("engine_busy");
  });

  it("fails with model_not_found for a model that the engine lacks", async () => {
    const { pool } = poolOf(1);
    await expect(pool.acquire(ask(null, { model: "nope" }), never)).rejects.toMatchObject({
      code: "model_not_found",
    });
  });

  it("releases all threads when closed", async () => {
    const { pool, engine } = poolOf(2);
    const [a, b] = [await pool.acquire(ask(null), never), await pool.acquire(ask(null), never)];
    a.park(at(link()));
    pool.close();
    b.park(at(link()));
    expect(engine.threads).toBe(0);
  });
});
