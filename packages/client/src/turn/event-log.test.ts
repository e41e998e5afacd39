import fc from "fast-check";
import { expect, test } from "vitest";
import { EventLog } from "./event-log.ts";

/** Texts join, numbers do not. */
type Event = string | number;
const join = (first: Event, second: Event): Event | null =>
  typeof first === "string" && typeof second === "string" ? first + second : null;

/** What an iterator was told, with neighbouring texts joined, as they may come in other pieces. */
function told(events: readonly Event[]): Event[] {
  const result: Event[] = [];
  for (const event of events) {
    const last = result.at(-1);
    const joined = last === undefined ? null : join(last, event);
    if (joined === null) result.push(event);
    else result[result.length - 1] = joined;
  }
  return result;
}

async function all(log: EventLog<Event>): Promise<Event[]> {
  const events: Event[] = [];
  for await (const event of log) events.push(event);
  return events;
}

test("an iterator that begins late still gets every event", async () => {
  const log = new EventLog<Event>(10, join);
  log.append("a");
  log.append(1);
  log.end("done");
  expect(await all(log)).toEqual(["a", 1]);
  expect(await all(log)).toEqual(["a", 1]);
});

test("a waiting iterator gets events as they come, and the error after the last one", async () => {
  const log = new EventLog<Event>(10, join);
  const iterator = log[Symbol.asyncIterator]();
  const first = iterator.next();
  log.append("a");
  expect(await first).toEqual({ value: "a", done: false });
  log.append("b");
  log.end({ error: new Error("cut") });
  expect(await iterator.next()).toEqual({ value: "b", done: false });
  await expect(iterator.next()).rejects.toThrow("cut");
});

test("a full log joins texts, and refuses what cannot be joined", () => {
  const log = new EventLog<Event>(3, join);
  for (const event of ["a", "b", "c", "d"]) expect(log.append(event)).toBe(true);
  expect(log.size).toBe(2);
  expect(log.append(1)).toBe(true);
  expect(log.append(2)).toBe(true);
  expect(log.append(3)).toBe(false);
});

test("in any order of appends and reads, every iterator gets every event once", async () => {
  const command = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("a", "b", "c") },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
    { weight: 2, arbitrary: fc.constant({ read: 0 }) },
    { weight: 2, arbitrary: fc.constant({ read: 1 }) },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { maxLength: 60 }),
      fc.integer({ min: 4, max: 12 }),
      async (commands, capacity) => {
        const log = new EventLog<Event>(capacity, join);
        const readers = [log[Symbol.asyncIterator](), log[Symbol.asyncIterator]()];
        const heard: Event[][] = [[], []];
        const taken: Event[] = [];
        for (const each of commands) {
          if (typeof each !== "object") {
            if (log.append(each)) taken.push(each);
            continue;
          }
          // Read only what is there: a read that waits would stop the test.
          if (told(heard[each.read] ?? []).join("") === told(taken).join("")) continue;
          const { value } = (await readers[each.read]?.next()) ?? {};
          if (value !== undefined) heard[each.read]?.push(value);
        }
        log.end("done");
        for (const [n, reader] of readers.entries()) for await (const event of reader) heard[n]?.push(event);
        for (const events of heard) expect(told(events)).toEqual(told(taken));
        expect(told(await all(log))).toEqual(told(taken));
      },
    ),
  );
});
