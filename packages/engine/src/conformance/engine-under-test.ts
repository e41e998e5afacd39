import { afterAll, afterEach, beforeAll } from "vitest";
import type { Engine, Thread } from "../contract/index.ts";
import type { ConformanceOptions } from "./options.ts";

export interface EngineUnderTest {
  engine(): Engine;
  /** Opens a thread that is released when the test ends. */
  open(): Promise<Thread>;
}

/** Uses one engine for all tests of a group. */
export function useEngine({ create, model }: ConformanceOptions): EngineUnderTest {
  let engine: Engine | null = null;
  let threads: Thread[] = [];
  beforeAll(async () => {
    engine = await create();
  });
  afterEach(() => {
    for (const thread of threads) thread.release();
    threads = [];
  });
  afterAll(async () => {
    await engine?.close();
  });

  const started = (): Engine => {
    if (!engine) throw new Error("the engine is started before the tests");
    return engine;
  };
  return {
    engine: started,
    async open() {
      const thread = await started().openThread({ model });
      threads.push(thread);
      return thread;
    },
  };
}
