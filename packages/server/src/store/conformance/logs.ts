import { expect, test } from "vitest";
import type { ConformanceOptions } from "./options.ts";
import { delta, kept, opened, sample } from "./sample.ts";

const numbers = (events: readonly { number: number }[] | null | undefined) =>
  events?.map(({ number }) => number);

/** Tests that events are numbered, can be replayed from any number and followed, and are bounded. */
export function logTests(options: ConformanceOptions): void {
  const begun = async (limits = {}) => {
    const store = await opened(options, { limits });
    const ended = sample();
    const { id } = ended.response;
    return { store, ended, id, log: store.begin({ id, owner: null, previousId: null }) };
  };

  test("events are read from any number on, without their lane", async () => {
    const { store, id, log } = await begun();
    const events = [delta(0, "a"), { ...delta(1, "b"), stream_id: "lane" }, delta(2, "c")];
    for (const event of events) log.append(event);
    const found = await store.log(id, null);
    expect(found?.read(-1)?.map(({ text }) => JSON.parse(text))).toEqual([
      delta(0, "a"),
      delta(1, "b"),
      delta(2, "c"),
    ]);
    expect(numbers(found?.read(1))).toEqual([2]);
    expect(numbers(found?.read(2))).toEqual([]);
    expect(numbers(found?.read(99))).toEqual([]);
  });

  test("the events of an unstored response are gone once it is forgotten", async () => {
    const store = await opened(options);
    const log = store.begin({ id: "resp_1", owner: null, previousId: null, stored: false });
    log.append(delta(0));
    log.end();
    expect(numbers((await store.log("resp_1", null))?.read(-1))).toEqual([0]);
    store.forget("resp_1");
    expect(await store.log("resp_1", null)).toBeNull();
    // Existing readers can still read the log.
    expect(numbers(log.read(-1))).toEqual([0]);
    store.forget("resp_1");
  });

  test("a log is visible only to the owner of its response", async () => {
    const store = await opened(options);
    store.begin({ id: "resp_1", owner: "ada", previousId: null });
    expect(await store.log("resp_1", "ada")).not.toBeNull();
    expect(await store.log("resp_1", null)).toBeNull();
  });

  test("a follower gets past and new events up to the log's end", async () => {
    const { log } = await begun();
    log.append(delta(0));
    log.append(delta(1));
    const seen: number[] = [];
    const following = (async () => {
      for await (const events of log.follow(0, new AbortController().signal)) {
        seen.push(...(numbers(events) ?? []));
        if (seen.length === 1) log.append(delta(2));
        if (seen.length === 2) {
          log.append(delta(3));
          log.end();
        }
      }
    })();
    await following;
    expect(seen).toEqual([1, 2, 3]);
  });

  test("a follower that gives up stops, and the log goes on", async () => {
    const { log } = await begun();
    const giveUp = new AbortController();
    const following = (async () => {
      for await (const _ of log.follow(-1, giveUp.signal)) giveUp.abort();
    })();
    log.append(delta(0));
    await following;
    expect(log.ended).toBe(false);
  });

  test("a kept response's log includes its terminal event", async () => {
    const { store, ended, id, log } = await begun();
    log.append(delta(0));
    await store.keep({ ...ended, terminal: delta(1) });
    log.append(delta(1));
    log.end();
    expect(numbers((await store.log(id, null))?.read(-1))).toEqual([0, 1]);
  });

  test("a log over its limits drops its oldest events, and reading them returns null", async () => {
    const { log } = await begun({ logEvents: 3 });
    for (let number = 0; number < 5; number++) log.append(delta(number));
    expect(log.read(0)).toBeNull();
    expect(numbers(log.read(1))).toEqual([2, 3, 4]);
    const { log: small } = await begun({ logBytes: 400 });
    for (let number = 0; number < 5; number++) small.append(delta(number, "x".repeat(100)));
    expect(small.read(-1)).toBeNull();
    expect(numbers(small.events)).toEqual([4]);
  });

  test("following from beyond the last event fails once the log ends", async () => {
    const { log } = await begun();
    log.append(delta(0));
    const ahead = log.follow(5, new AbortController().signal).next();
    log.append(delta(1));
    log.end();
    await expect(ahead).rejects.toThrow(/last event is number 1/);
    expect(await log.follow(1, new AbortController().signal).next()).toMatchObject({ done: true });
  });

  test("a follower that falls behind a log's limits fails", async () => {
    const { log } = await begun({ logEvents: 2 });
    log.append(delta(0));
    const followed = log.follow(-1, new AbortController().signal);
    await followed.next();
    for (let number = 1; number < 5; number++) log.append(delta(number));
    await expect(followed.next()).rejects.toThrow(/dropped/);
  });

  test("waiting for a log's end outlasts dropped events, and stops when given up", async () => {
    const { log } = await begun({ logEvents: 2 });
    const giveUp = new AbortController();
    const waiting = [log.untilEnd(new AbortController().signal), log.untilEnd(giveUp.signal)];
    expect(log.isFollowed).toBe(true);
    giveUp.abort();
    await waiting[1];
    for (let number = 0; number < 5; number++) log.append(delta(number));
    log.end();
    await Promise.all(waiting);
    expect(log.isFollowed).toBe(false);
  });

  test("if all logs together are too large, those of finished responses go first", async () => {
    const store = await opened(options, { limits: { allLogBytes: 1000 } });
    const begin = (id: string) => store.begin({ id, owner: null, previousId: null });
    const over = begin("resp_over");
    over.append(delta(0, "x".repeat(300)));
    over.end();
    const running = begin("resp_running");
    running.append(delta(0, "x".repeat(300)));
    running.append(delta(1, "x".repeat(300)));
    expect(await store.log("resp_over", null)).toBeNull();
    expect(numbers(running.events)).toEqual([0, 1]);
    running.append(delta(2, "x".repeat(300)));
    expect(numbers(running.events)).toEqual([1, 2]);
  });

  test("the events of a deleted response are gone", async () => {
    const { store, ended, id, log } = await begun();
    log.append(delta(0));
    await store.keep({ ...ended, terminal: null });
    log.end();
    await store.delete(id, null);
    expect(await store.log(id, null)).toBeNull();
  });

  test("a response that was kept without a log has none", async () => {
    const store = await opened(options);
    const { response } = await kept(store);
    expect(await store.log(response.id, null)).toBeNull();
  });

  test("an event out of order is refused", async () => {
    const { log } = await begun();
    log.append(delta(0));
    expect(() => log.append(delta(2))).toThrow(RangeError);
  });
}
