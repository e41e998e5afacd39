import { env } from "node:process";
import type { PromptLink } from "@flint/engine";
import { newId } from "@flint/protocol";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { conversation, delta, sample, userMessage } from "./conformance/sample.ts";
import { storeFile } from "./disk/store-file.fixture.ts";
import {
  createMemoryStore,
  type EventLog,
  openDiskStore,
  openValkeyStore,
  type ResponseStore,
} from "./index.ts";
import { PlainStore } from "./plain-store.model.ts";
import { RedisServer } from "./valkey/redis-server.fixture.ts";

type Step =
  | { readonly do: "begin"; readonly of: number; readonly isStored: boolean }
  | { readonly do: "append"; readonly of: number }
  | { readonly do: "keep" | "get" | "tip" | "delete"; readonly of: number }
  | { readonly do: "reopen" };

const pick = fc.nat({ max: 30 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("begin" as const), of: pick, isStored: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("append" as const), of: pick }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("keep" as const), of: pick }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom("get" as const, "tip" as const), of: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("delete" as const), of: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const) }) },
);

/** Long enough for many evictions, whatever size is drawn. */
const steps = fc.array(step, { maxLength: 80, size: "max" });

interface Running {
  /** Where it was begun, and is to be kept. */
  readonly store: ResponseStore;
  readonly id: string;
  readonly previousId: string | null;
  readonly root: string;
  readonly parent: PromptLink | null;
  readonly history: readonly string[];
  readonly log: EventLog;
  events: number;
}

interface UnderTest {
  /** Where the next step is done. */
  store: ResponseStore;
  /** Closes the store and opens it again; null where that loses everything. */
  readonly reopen: (() => Promise<ResponseStore>) | null;
  /** Waits until other servers see that a response has begun, or that its events have ended. */
  readonly seen?: (id: string, ended: boolean) => Promise<void>;
}

/** `FLINT_RANDOM_RUNS=10000` makes it thorough. A store on disk is a thousand times slower. */
const RUNS = Number(env.FLINT_RANDOM_RUNS ?? 300);
const DISK_RUNS = Math.max(30, Math.round(RUNS / 50));
const LIMIT = 6;
const limits = { responses: LIMIT, hotChains: 2 };

/** Plays the steps on a store and on the plain one, and compares what they answer. */
async function play(steps: readonly Step[], underTest: UnderTest): Promise<void> {
  const model = new PlainStore(LIMIT);
  const known: string[] = [];
  const events = new Map<string, number>();
  let running: Running[] = [];
  const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)];

  for (const next of steps) {
    const { store } = underTest;
    if (next.do === "reopen") {
      if (underTest.reopen === null) continue;
      underTest.store = await underTest.reopen();
      model.reopen();
      running = [];
      continue;
    }
    if (next.do === "begin") {
      const previousId = next.of === 0 ? null : (at(known, next.of) ?? null);
      const previous = previousId === null ? null : await store.tip(previousId, null);
      const found = previousId === null ? undefined : model.use(previousId);
      expect(previous !== null).toBe(found !== undefined);
      const unstored = userMessage("unstored");
      const shared = previous?.tip ?? null;
      const id = newId("resp");
      model.begin(id, found?.id ?? null);
      running.push({
        store,
        id,
        previousId: found?.id ?? null,
        // Conversation that is in no store goes there as a tree of its own where it has no stored parent.
        root: found?.root ?? id,
        parent: next.isStored ? shared : { parent: shared, items: [unstored] },
        history: [...(found?.conversation ?? []), ...(next.isStored ? [] : ["unstored"])],
        log: store.begin({ id, owner: null, previousId: found?.id ?? null }),
        events: 0,
      });
      await underTest.seen?.(id, false);
    } else if (next.do === "append") {
      const run = at(running, next.of);
      run?.log.append(delta(run.events++));
    } else if (next.do === "keep") {
      const run = at(running, next.of);
      if (run === undefined) continue;
      running = running.filter((other) => other !== run);
      const { id, parent, previousId } = run;
      const ended = sample({
        id,
        parent,
        previousId,
        input: [userMessage(`to ${id}`)],
        answer: `from ${id}`,
      });
      await run.store.keep({ ...ended, terminal: delta(run.events++) });
      model.keep(id, run.root, [...run.history, `to ${id}`, `from ${id}`]);
      run.log.append(delta(run.events - 1));
      run.log.end();
      await underTest.seen?.(id, true);
      model.end(id);
      known.push(id);
      events.set(id, run.events);
    } else {
      const id = at(known, next.of);
      if (id === undefined) continue;
      if (next.do === "delete") {
        expect(await store.delete(id, null)).toBe(model.delete(id));
      } else if (next.do === "get") {
        expect((await store.get(id, null))?.id).toBe(model.use(id)?.id);
      } else {
        const tip = await store.tip(id, null);
        expect(tip === null ? undefined : conversation(tip.tip)).toEqual(model.use(id)?.conversation);
      }
      const log = await store.log(id, null);
      expect(log?.read(-1)?.length).toBe(model.find(id) === undefined ? undefined : events.get(id));
    }
  }
  for (const id of known) {
    expect((await underTest.store.get(id, null)) !== null, id).toBe(model.find(id) !== undefined);
  }
}

test(
  "the memory store behaves like a plain model",
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (drawn) => {
        const store = createMemoryStore({ limits });
        await play(drawn, { store, reopen: null });
        await store.close();
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * 200,
);

test(
  "the disk store behaves like a plain model, even when closed and reopened",
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (drawn) => {
        const path = storeFile();
        const underTest = {
          store: await openDiskStore({ path, limits }),
          reopen: async () => {
            await underTest.store.close();
            return openDiskStore({ path, limits });
          },
        };
        await play(drawn, underTest);
        await underTest.store.close();
      }),
      { numRuns: DISK_RUNS },
    );
  },
  DISK_RUNS * 8_000,
);

test(
  "two servers that share a Valkey store behave together like a plain model",
  async () => {
    const redis = await RedisServer.start();
    onTestFinished(() => redis.stop());
    await fc.assert(
      fc.asyncProperty(steps, async (drawn) => {
        const url = redis.url();
        const servers = await Promise.all([0, 1].map(() => openValkeyStore({ url, limits })));
        let step = 0;
        const underTest = {
          get store() {
            return servers[step++ % 2] as ResponseStore;
          },
          reopen: null,
          seen: (id: string, ended: boolean) => seenIn(redis, url, id, ended),
        };
        await play(drawn, underTest);
        await Promise.all(servers.map((server) => server.close()));
      }),
      { numRuns: DISK_RUNS },
    );
  },
  DISK_RUNS * 8_000,
);

async function seenIn(redis: RedisServer, url: string, id: string, ended: boolean): Promise<void> {
  const name = `${new URL(url).searchParams.get("prefix")}:run:${id}`;
  for (;;) {
    const state = await redis.command("hget", name, "ended");
    // One that was deleted meanwhile goes with its end.
    if (ended ? state !== "0" : state !== null) return;
  }
}
