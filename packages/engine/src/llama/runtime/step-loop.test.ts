import { performance } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { EngineError } from "../../contract/index.ts";
import type { BatchItem, BoundContext, Sampler, Token } from "../binding/index.ts";
import type { Job, Outcome, SampleRequest } from "./jobs.ts";
import { Sequences } from "./sequences.ts";
import { StepCosts } from "./step-costs.ts";
import { StepLoop } from "./step-loop.ts";
import { StepTiming } from "./step-timing.ts";
import { ThreadState } from "./thread-state.ts";

const GREEDY: Sampler = {
  config: { temperature: 0, topP: 1, seed: 0 },
  stuck: false,
  fault: null,
  uncertainty: null,
  dispose() {},
};

/** A context that computes nothing and remembers how many tokens its batches had. */
class Batches implements BoundContext {
  readonly sizes: number[] = [];

  async run(items: readonly BatchItem[]): Promise<Token[][]> {
    this.sizes.push(items.reduce((sum, { tokens }) => sum + tokens.length, 0));
    await nextTurn();
    return items.map(({ sampler }) => (sampler ? [1] : []));
  }

  bestTwo = () => Promise.resolve(null);
  truncate = () => Promise.resolve(true);
  copy = () => Promise.resolve(false);
  save = () => Promise.resolve(false);
  load = () => Promise.resolve(null);
  setThreads() {}
  dispose = () => Promise.resolve();
}

/** A thread's prompt, or an answer of one token. */
class Work implements Job {
  readonly thread: ThreadState;
  readonly #isPrompt: boolean;
  readonly over: Promise<Outcome>;
  end: (outcome: Outcome) => void = () => undefined;
  cancelled = false;

  constructor(thread: ThreadState, isPrompt: boolean) {
    this.thread = thread;
    this.#isPrompt = isPrompt;
    this.over = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  next(): SampleRequest | "done" {
    return this.#isPrompt ? "done" : { sampler: GREEDY, draft: new Uint32Array(0) };
  }

  progress(): void {}

  addOutput(): boolean {
    return true;
  }
}

function loopOf(count: number, prefillChunk = 64) {
  const context = new Batches();
  const timing = new StepTiming({
    ...{ decodeThreads: 1, batchThreads: 1, prefillChunk, stepTime: 1_000_000 },
    freeCores: () => 1,
    stepped() {},
  });
  const sequences = new Sequences(context, count);
  const loop = new StepLoop({
    ...{ context, timing, sequences },
    ...{ costs: new StepCosts(timing), batchSize: 1024, stepping() {} },
    fault: (cause) => new EngineError("engine_crashed", String(cause)),
  });
  let threads = 0;
  return {
    sequences,
    batches: context.sizes,
    /** A thread with a prompt of so many tokens to be read, of which no other one has any. */
    thread(length: number): ThreadState {
      const thread = new ThreadState(++threads, { id: "model", path: "" }, null);
      for (let place = 0; place <= length; place++) thread.transcript.write(1000 * threads + place, "");
      return thread;
    },
    prompt(thread: ThreadState): Promise<Outcome> {
      const work = new Work(thread, true);
      loop.add(work);
      return work.over;
    },
    answer(thread: ThreadState): Promise<Outcome> {
      const work = new Work(thread, false);
      loop.add(work);
      return work.over;
    },
  };
}

test("a prefilled prompt keeps its sequence until its answer is requested, even if others wait", async () => {
  const { batches, thread, prompt, answer } = loopOf(1);
  const turn = async (subject: ThreadState) => {
    await prompt(subject);
    // As long as a message takes from one process to another, and longer than others take to see a free sequence.
    for (let turns = 0; turns < 20; turns++) await nextTurn();
    await answer(subject);
  };
  await Promise.all([thread(128), thread(128)].map(turn));
  expect(batches).toEqual([64, 64, 1, 64, 64, 1]);
});

test("a prompt without a request for its answer loses its sequence after a while, or when released", async () => {
  const { sequences, thread, prompt } = loopOf(1);
  const [first, second, third] = [thread(64), thread(64), thread(64)];
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  await prompt(first);
  let isOver = false;
  const waiting = prompt(second).then(() => {
    isOver = true;
  });
  for (let turns = 0; turns < 20; turns++) await nextTurn();
  expect(isOver).toBe(false);
  clock.mockReturnValue(2_000);
  await waiting;
  expect(first.sequence).toBeNull();

  sequences.release(second);
  await prompt(third);
});

test("prompts that arrive together are read one after another in whole batches, the shortest first", async () => {
  const { batches, thread, prompt } = loopOf(8);
  const ended: number[] = [];
  const lengths = [640, 640, 128, 640, 640, 640, 640, 640];
  await Promise.all(
    lengths.map(async (length, place) => {
      await prompt(thread(length));
      ended.push(place, batches.length);
    }),
  );
  expect(batches).toEqual(Array(72).fill(64));
  expect(ended).toEqual([2, 2, 0, 12, 1, 22, 3, 32, 4, 42, 5, 52, 6, 62, 7, 72]);
});

test("a long prompt waits for shorter ones for no more tokens than it has itself", async () => {
  const { batches, sequences, thread, prompt } = loopOf(2);
  let isOver = false;
  const long = prompt(thread(1_280)).then(() => {
    isOver = true;
    return batches.length;
  });
  let shorter = 0;
  while (!isOver) {
    const subject = thread(128);
    await prompt(subject);
    sequences.release(subject);
    shorter += 1;
  }
  expect(shorter).toBeGreaterThan(5);
  expect(await long).toBeLessThanOrEqual(2 * 20 + 2);
});
