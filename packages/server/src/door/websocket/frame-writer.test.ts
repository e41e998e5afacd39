import { Duplex } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Tick } from "@flint/engine";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as ws from "ws";
import { FrameWriter } from "./frame-writer.ts";

/** The library's own reader of frames, which its types leave out. */
const { Receiver } = ws as unknown as { Receiver: new (options: object) => Duplex };

/** A stream that notes what reaches it in one write. */
class Wire extends Duplex {
  readonly writes: Buffer[] = [];

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.writes.push(chunk);
    done();
  }

  /** The texts of each write, as a WebSocket's own reader reads them. */
  texts(): string[][] {
    return this.writes.map((write) => {
      const texts: string[] = [];
      const receiver = new Receiver({ isServer: false, allowSynchronousEvents: true });
      receiver.on("message", (data: Buffer) => texts.push(String(data)));
      receiver.write(write);
      return texts;
    });
  }
}

const WAIT = 4;

function writer(tick = new Tick({ least: WAIT, most: WAIT })) {
  const wire = new Wire();
  const socket = { isOpen: true };
  return { wire, socket, frames: new FrameWriter(wire, tick, () => socket.isOpen) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("frames of one turn of the event loop leave in one write, including those from promises", async () => {
  const { wire, frames } = writer();
  frames.write("a");
  frames.write("b");
  await nextTurn();
  expect(wire.texts()).toEqual([["a", "b"]]);
  // As a response does: begun by a frame, gone on with by promises.
  await Promise.resolve();
  frames.write("c");
  await Promise.resolve();
  frames.write("d");
  await nextTurn();
  frames.write("e");
  await nextTurn();
  expect(wire.texts()).toEqual([["a", "b"], ["c", "d"], ["e"]]);
});

test("deltas leave within a few milliseconds even if the engine never yields", async () => {
  const { wire, frames } = writer(new Tick({ least: 0, most: 0 }));
  for (let n = 0; n < 9; n++) {
    frames.writeDelta(String(n));
    vi.advanceTimersByTime(1);
    // Only promises are settled meanwhile, and the turn does not end.
    await Promise.resolve();
  }
  expect(wire.texts()).toEqual([
    ["0", "1", "2", "3"],
    ["4", "5", "6", "7"],
  ]);
});

test("the first delta leaves at once, and those that follow closely leave together", async () => {
  const { wire, frames } = writer();
  frames.writeDelta("1");
  await nextTurn();
  expect(wire.texts()).toEqual([["1"]]);
  for (const text of ["2", "3", "4"]) {
    frames.writeDelta(text);
    await nextTurn();
  }
  expect(wire.texts()).toEqual([["1"]]);
  vi.advanceTimersByTime(WAIT);
  expect(wire.texts()).toEqual([["1"], ["2", "3", "4"]]);
  vi.advanceTimersByTime(WAIT);
  frames.writeDelta("5");
  await nextTurn();
  expect(wire.texts()).toEqual([["1"], ["2", "3", "4"], ["5"]]);
});

test("a frame that is not a delta takes waiting deltas along", async () => {
  const { wire, frames } = writer();
  frames.writeDelta("1");
  await nextTurn();
  frames.writeDelta("2");
  frames.write("done");
  await nextTurn();
  expect(wire.texts()).toEqual([["1"], ["2", "done"]]);
  vi.advanceTimersByTime(WAIT);
  expect(wire.writes).toHaveLength(2);
});

test("waiting sockets are flushed by one shared tick", async () => {
  const tick = new Tick({ least: WAIT, most: WAIT });
  const [first, second] = [writer(tick), writer(tick)];
  for (const { frames } of [first, second]) frames.writeDelta("1");
  await nextTurn();
  first.frames.writeDelta("2");
  vi.advanceTimersByTime(WAIT - 1);
  second.frames.writeDelta("2");
  vi.advanceTimersByTime(1);
  for (const { wire } of [first, second]) expect(wire.texts()).toEqual([["1"], ["2"]]);
});

test("held-back deltas are not sent after a close", async () => {
  const { wire, socket, frames } = writer();
  frames.writeDelta("1");
  await nextTurn();
  frames.writeDelta("2");
  socket.isOpen = false;
  vi.advanceTimersByTime(WAIT);
  expect(wire.texts()).toEqual([["1"]]);
  expect(frames.unsent).toBe(0);
});

test("a sender is told when its frame has left or was dropped", async () => {
  const { frames } = writer();
  const told: string[] = [];
  frames.write("a", () => told.push("a"));
  await nextTurn();
  expect(told).toEqual(["a"]);
  frames.write("b", () => told.push("b"));
  frames.abandon();
  expect(told).toEqual(["a", "b"]);
  expect(frames.unsent).toBe(0);
});

test("frames of any text and length can be read by a WebSocket receiver", () => {
  const length = fc.constantFrom(0, 1, 124, 125, 126, 127, 65_534, 65_535, 65_536);
  const unit = fc.constantFrom("a", "ä", "漢", "😀");
  fc.assert(
    fc.property(fc.array(fc.tuple(unit, length), { minLength: 1, maxLength: 4 }), (parts) => {
      const { wire, frames } = writer();
      const texts = parts.map(([character, count]) => character.repeat(count));
      for (const text of texts) frames.write(text);
      frames.flush();
      expect(wire.texts()).toEqual([texts]);
    }),
    { numRuns: 60 },
  );
});
