import { beforeEach, expect, test, vi } from "vitest";
import { Tick } from "../../tick/index.ts";
import { Gathering } from "./gathering.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  return () => {
    vi.useRealTimers();
  };
});

/** What came out, and when, of what went in every 5 ms on a thread that is that busy. */
async function gathered(load: number, pieces: readonly string[]) {
  const tick = new Tick({ least: 0, most: 12 }, () => load);
  vi.advanceTimersByTime(1_000);
  const taken: string[] = [];
  const gathering = new Gathering(tick, (piece) => taken.push(piece.toString()));
  for (const piece of pieces) {
    gathering.add(Buffer.from(piece));
    await Promise.resolve();
    vi.advanceTimersByTime(5);
  }
  return { taken, gathering };
}

test("each piece is passed on as it arrives if the thread is not busy", async () => {
  expect((await gathered(0.1, ["a", "b", "c"])).taken).toEqual(["a", "b", "c"]);
});

test("the first piece is passed on at once on a busy thread, and later ones together", async () => {
  const { taken } = await gathered(1, ["a", "b", "c", "d", "e", "f"]);
  vi.advanceTimersByTime(12);
  expect(taken).toEqual(["a", "bcd", "ef"]);
});

test("now() passes on waiting pieces at once, and only once", async () => {
  const { taken, gathering } = await gathered(1, ["a", "b"]);
  gathering.now();
  expect(taken).toEqual(["a", "b"]);
  vi.advanceTimersByTime(100);
  expect(taken).toEqual(["a", "b"]);
});

test("a large amount does not wait for more", async () => {
  const { taken, gathering } = await gathered(1, ["a", "b"]);
  gathering.add(Buffer.alloc(64 * 1024, "c"));
  expect(taken.map(({ length }) => length)).toEqual([1, 1 + 64 * 1024]);
});

test("pieces of one read are passed on together, whether the thread is busy or not", async () => {
  for (const load of [0.1, 1]) {
    const { taken, gathering } = await gathered(load, ["a"]);
    vi.advanceTimersByTime(100);
    for (const piece of "bcd") gathering.add(Buffer.from(piece));
    await Promise.resolve();
    expect(taken).toEqual(["a", "bcd"]);
  }
});
