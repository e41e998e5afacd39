import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { delta, kept, sample } from "../conformance/sample.ts";
import { openValkeyStore, type ResponseStore, type ValkeyStoreOptions } from "../index.ts";
import { RedisServer } from "./redis-server.fixture.ts";

const AGAIN = { timeout: 15_000, interval: 20 };

interface World {
  readonly redis: RedisServer;
  readonly store: ResponseStore;
  readonly url: string;
}

/** A Redis that writes down what it answers for, and a store that waits for it for so long. */
async function world(valkey: ValkeyStoreOptions["valkey"] = {}): Promise<World> {
  // Each write at once: by default one waits for a disk that is busy, and is lost where the process is killed meanwhile.
  const redis = await RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
  onTestFinished(() => redis.stop());
  const url = redis.url();
  const store = await openValkeyStore({ url, valkey });
  onTestFinished(() => store.close());
  return { redis, store, url };
}

/** What another server reads of it. */
async function readElsewhere(url: string, id: string): Promise<number[]> {
  const other = await openValkeyStore({ url });
  try {
    const log = await other.log(id, null);
    return log?.read(-1)?.map(({ number }) => number) ?? [];
  } finally {
    await other.close();
  }
}

test("writes wait while Valkey is stopped for a second, and nothing is lost", async () => {
  const { redis, store, url } = await world();
  const ended = sample();
  const { id } = ended.response;
  const log = store.begin({ id, owner: null, previousId: null });
  log.append(delta(0));
  redis.signal("SIGSTOP");
  log.append(delta(1));
  const keeping = store.keep({ ...ended, terminal: delta(2) });
  await pause(1_000);
  redis.signal("SIGCONT");
  await keeping;
  log.append(delta(2));
  log.end();
  expect(await store.get(id, null)).toEqual(ended.response);
  expect(await readElsewhere(url, id)).toEqual([0, 1, 2]);
});

test("reads and writes wait while Valkey restarts, and nothing is lost", async () => {
  const { redis, store, url } = await world();
  const before = await kept(store);
  const ended = sample();
  const { id } = ended.response;
  const log = store.begin({ id, owner: null, previousId: null });
  log.append(delta(0));
  await redis.kill();
  log.append(delta(1));
  const keeping = store.keep({ ...ended, terminal: delta(2) });
  const reading = store.get(before.response.id, null);
  await redis.restart();
  await keeping;
  expect(await reading).toEqual(before.response);
  expect(await readElsewhere(url, id)).toEqual([0, 1, 2]);
});

test("lost scripts that Valkey refuses to load again are reported as denied", async () => {
  const { redis, store } = await world();
  await redis.command("script", "flush");
  await redis.command("acl", "setuser", "default", "-script");
  await expect(store.get("resp_1", null)).rejects.toMatchObject({ name: "StoreError", code: "store_denied" });
});

test("a running response is written again after Valkey has lost its data", async () => {
  const { redis, store, url } = await world();
  const ended = sample();
  const { id } = ended.response;
  const log = store.begin({ id, owner: null, previousId: null });
  log.append(delta(0));
  log.append(delta(1));
  await redis.command("flushall");
  log.append(delta(2));
  await store.keep({ ...ended, terminal: delta(3) });
  log.append(delta(3));
  log.end();
  expect(await readElsewhere(url, id)).toEqual([0, 1, 2, 3]);
});

test("while Valkey is down calls fail, later ones at once, and they work again after it returns", async () => {
  const { redis, store, url } = await world({ wait: 300 });
  const before = await kept(store);
  const running = sample();
  const { id } = running.response;
  const log = store.begin({ id, owner: null, previousId: null });
  log.append(delta(0));
  await redis.kill();
  const gone = { name: "StoreError", code: "store_unreachable", message: expect.stringMatching(/start it/) };
  await expect(store.keep(sample())).rejects.toMatchObject(gone);
  await expect(store.get(before.response.id, null)).rejects.toMatchObject(gone);
  const since = performance.now();
  for (let count = 0; count < 100; count++) await expect(store.keep(sample())).rejects.toMatchObject(gone);
  expect(performance.now() - since).toBeLessThan(100 * 300);
  log.append(delta(1));
  await redis.restart();
  await vi.waitFor(
    async () => expect(await store.get(before.response.id, null)).toEqual(before.response),
    AGAIN,
  );
  await store.keep({ ...running, terminal: delta(2) });
  log.append(delta(2));
  log.end();
  expect(await readElsewhere(url, id)).toEqual([0, 1, 2]);
});

test("a command to a hanging Valkey fails after the wait", async () => {
  const { redis, store } = await world({ wait: 300 });
  redis.signal("SIGSTOP");
  await expect(store.keep(sample())).rejects.toMatchObject({ code: "store_unreachable" });
  redis.signal("SIGCONT");
  await vi.waitFor(() => kept(store), AGAIN);
});

test("commands over the limit of waiting ones are refused as busy", async () => {
  const { redis, store } = await world({ pending: 5 });
  redis.signal("SIGSTOP");
  const waiting = Array.from({ length: 5 }, () => store.get("resp_unknown", null));
  await expect(store.get("resp_unknown", null)).rejects.toMatchObject({
    code: "store_busy",
    message: expect.stringMatching(/try again/),
  });
  redis.signal("SIGCONT");
  await Promise.all(waiting);
  await kept(store);
});

test("while Valkey is a replica reads work and writes are refused", async () => {
  const { redis, store } = await world();
  const before = await kept(store);
  await redis.command("replicaof", "127.0.0.1", "1");
  await expect(store.keep(sample())).rejects.toMatchObject({
    code: "store_read_only",
    message: expect.stringMatching(/name the primary/),
  });
  expect(await store.get(before.response.id, null)).toEqual(before.response);
  await redis.command("replicaof", "no", "one");
  await kept(store);
});

test("while Valkey is full reads and deletes work and writes are refused", async () => {
  const { redis, store } = await world();
  const [first, second] = [await kept(store), await kept(store)];
  await redis.command("config", "set", "maxmemory", "1mb");
  await expect(store.keep(sample())).rejects.toMatchObject({
    code: "store_full",
    message: expect.stringMatching(/raise its `maxmemory`/),
  });
  expect(await store.get(first.response.id, null)).toEqual(first.response);
  expect(await store.delete(second.response.id, null)).toBe(true);
  await redis.command("config", "set", "maxmemory", "0");
  await kept(store);
});

test("another program's key under the prefix makes writes fail with store_foreign", async () => {
  const { redis, store, url } = await world();
  await redis.command("set", `${new URL(url).searchParams.get("prefix")}:ages`, "mine");
  await expect(store.keep(sample())).rejects.toMatchObject({ code: "store_foreign" });
});

test("a user and password open the store, and no error message contains the password", async () => {
  const redis = await RedisServer.start("--requirepass", "hidden-admin");
  onTestFinished(() => redis.stop());
  const host = `127.0.0.1:${redis.port}`;
  const open = (url: string) => openValkeyStore({ url, valkey: { wait: 2_000 } });
  const refused = { code: "store_denied", message: expect.not.stringContaining("hidden") };
  await expect(open(`valkey://${host}`)).rejects.toMatchObject(refused);
  await expect(open(`valkey://:hidden-wrong@${host}`)).rejects.toMatchObject(refused);
  const admin = await open(`valkey://:hidden-admin@${host}`);
  await kept(admin);
  await admin.close();

  await redis.commandAs(
    "hidden-admin",
    "acl",
    "setuser",
    "flint",
    "on",
    ">hidden-user",
    "~team:*",
    "+@all",
    "-@dangerous",
    "+info",
  );
  vi.stubEnv("FLINT_STORE_USER", "flint");
  vi.stubEnv("FLINT_STORE_PASSWORD", "hidden-user");
  const user = await open(`valkey://${host}/0?prefix=team`);
  await kept(user);
  await user.close();
  await expect(open(`valkey://${host}/0?prefix=others`)).rejects.toMatchObject(refused);
});

test("a Valkey cluster is refused", async () => {
  const redis = await RedisServer.start("--cluster-enabled", "yes");
  onTestFinished(() => redis.stop());
  await expect(openValkeyStore({ url: redis.url() })).rejects.toMatchObject({
    code: "store_unsupported",
    message: expect.stringMatching(/cluster/),
  });
});

test("the store does not open if nothing listens at its address", async () => {
  const opening = openValkeyStore({ url: "valkey://127.0.0.1:1", valkey: { wait: 200 } });
  await expect(opening).rejects.toMatchObject({
    code: "store_unreachable",
    message: expect.stringMatching(/127\.0\.0\.1:1 .*ECONNREFUSED/),
  });
});
