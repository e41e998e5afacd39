import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import type { BoundContext } from "../binding/index.ts";
import { Sequences } from "./sequences.ts";
import { ThreadState } from "./thread-state.ts";

/** A context that computes nothing and remembers what was taken out of it and copied in it. */
class Cells implements BoundContext {
  readonly truncated: (readonly [sequence: number, length: number])[] = [];
  readonly copied: (readonly [from: number, to: number])[] = [];

  truncate = (sequence: number, length: number) => {
    this.truncated.push([sequence, length]);
    return Promise.resolve(true);
  };
  copy = (from: number, to: number) => {
    this.copied.push([from, to]);
    return Promise.resolve(true);
  };
  run = () => Promise.resolve([]);
  bestTwo = () => Promise.resolve(null);
  save = () => Promise.resolve(false);
  load = () => Promise.resolve(null);
  setThreads() {}
  dispose = () => Promise.resolve();
}

const PROMPT = Array.from({ length: 100 }, (_, token) => token);

function threadOf(user: string | null): ThreadState {
  const thread = new ThreadState(1, { id: "model", path: "/model.gguf" }, user);
  thread.transcript.tokens.push(...PROMPT);
  return thread;
}

/** Gives the thread a sequence that holds all of its tokens but the last. */
async function read(sequences: Sequences, thread: ThreadState) {
  const sequence = await sequences.acquire(thread);
  if (sequence === null) throw new Error("no sequence is free");
  await sequences.align(sequence, thread);
  sequence.cells = PROMPT.slice(0, -1);
  return sequence;
}

test("another conversation of the same user starts with a copy of the common prefix", async () => {
  const context = new Cells();
  const sequences = new Sequences(context, 2);
  await read(sequences, threadOf("ann"));
  const other = threadOf("ann");
  const sequence = await sequences.acquire(other);
  if (sequence) await sequences.align(sequence, other);
  expect(context.copied).toEqual([[0, 1]]);
  expect(sequence?.cells).toHaveLength(PROMPT.length - 1);
});

test.each([1, 2])(
  "with %i sequences, a user never gets the state of another user's conversation",
  async (count) => {
    const context = new Cells();
    const sequences = new Sequences(context, count);
    await read(sequences, threadOf("ann"));
    const other = threadOf("bob");
    const sequence = await sequences.acquire(other);
    if (sequence) await sequences.align(sequence, other);
    expect(context.copied).toEqual([]);
    expect(sequence?.cells).toEqual([]);
    expect(context.truncated).toContainEqual([sequence?.id, 0]);
  },
);

test("a sequence taken from another user gets a copy of its new user's state with the same tokens", async () => {
  const context = new Cells();
  const sequences = new Sequences(context, 2);
  for (const user of ["ann", "bob"]) await read(sequences, threadOf(user));
  await read(sequences, threadOf("bob"));
  expect(context.copied).toEqual([[1, 0]]);
});

test("a thread whose answer is about to be requested loses its sequence last, even if used first", async () => {
  const sequences = new Sequences(new Cells(), 2);
  const awaited = threadOf("ann");
  const idle = threadOf("ann");
  await read(sequences, awaited);
  const free = await read(sequences, idle);
  awaited.answerExpectedUntil = performance.now() + 60_000;
  expect(await sequences.acquire(threadOf("ann"))).toBe(free);
  expect(idle.sequence).toBeNull();
  expect(awaited.sequence).not.toBeNull();
});
