import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { events, type ResponseEvent, type ResponseObject } from "@flint/protocol";
import { expect, onTestFinished, test, vi } from "vitest";
import { sample } from "../conformance/sample.ts";
import { openValkeyStore, type ResponseStore, type StoreGroup } from "../index.ts";
import { RedisServer } from "./redis-server.fixture.ts";
import { type ScriptName, scripts } from "./script/index.ts";

const AGAIN = { timeout: 15_000, interval: 20 };

type GroupStore = ResponseStore & { readonly group: StoreGroup };

async function members(lease: number) {
  const redis = await RedisServer.start();
  onTestFinished(() => redis.stop());
  const url = redis.url();
  const open = async (): Promise<GroupStore> => {
    const store = await openValkeyStore({ url, valkey: { lease } });
    onTestFinished(() => store.close());
    return store;
  };
  return { redis, prefix: new URL(url).searchParams.get("prefix"), one: await open(), two: await open() };
}

function numbered(number: number, event: object): ResponseEvent {
  return { ...event, sequence_number: number } as ResponseEvent;
}

/** A response that has begun and said something. */
function begin(store: ResponseStore) {
  const ended = sample();
  const { id } = ended.response;
  const begun: ResponseObject = { ...ended.response, status: "in_progress", output: [], completed_at: null };
  const log = store.begin({ id, owner: null, previousId: null });
  log.append(numbered(0, events.created(begun)));
  log.append(numbered(1, events.outputTextDelta("msg_1", 0, 0, "some")));
  return { id, ended, log };
}

test("another server fails the responses of one that lost its lease, and that one is told to cancel", async () => {
  const { redis, prefix, one, two } = await members(400);
  const { id, ended, log } = begin(one);
  const told: string[] = [];
  one.group.listen((response, { type }) => told.push(`${type} ${response}`));
  await vi.waitFor(async () => expect(await two.log(id, null)).not.toBeNull(), AGAIN);
  const followed = await two.log(id, null);
  const types: string[] = [];
  const following = (async () => {
    for await (const batch of followed?.follow(-1, new AbortController().signal) ?? []) {
      types.push(...batch.map(({ type }) => type));
    }
  })();
  // What it looks like from outside where a process stands still: its lease is gone, again and again.
  const [run] = (await redis.command("hmget", `${prefix}:run:${id}`, "server")) as string[];
  const lapse = setInterval(() => void redis.command("del", `${prefix}:server:${run}`), 1);
  onTestFinished(() => clearInterval(lapse));
  await following;
  clearInterval(lapse);
  expect(types).toEqual(["response.created", "response.output_text.delta", "response.failed"]);
  expect(await two.get(id, null)).toMatchObject({
    status: "failed",
    error: { code: "server_error", message: expect.stringMatching(/send the request again/) },
  });
  expect(await two.tip(id, null)).toMatchObject({ tip: null });

  await expect(one.keep(ended)).rejects.toMatchObject({ code: "store_response_over" });
  log.append(numbered(2, events.outputTextDelta("msg_1", 0, 0, "more")));
  await vi.waitFor(() => expect(told).toEqual([`cancel ${id}`]), AGAIN);
  const third = await (await openAgain(two, id)).read(-1);
  expect(third?.map(({ type }) => type)).toEqual(types);
});

test("a response ended by another server and then deleted cannot be kept, and its server is told", async () => {
  const { redis, prefix, one, two } = await members(400);
  const { id, ended, log } = begin(one);
  const told: string[] = [];
  one.group.listen((_, { type }) => told.push(type));
  await vi.waitFor(async () => expect(await two.log(id, null)).not.toBeNull(), AGAIN);
  const followed = await two.log(id, null);
  const [run] = (await redis.command("hmget", `${prefix}:run:${id}`, "server")) as string[];
  const lapse = setInterval(() => void redis.command("del", `${prefix}:server:${run}`), 1);
  onTestFinished(() => clearInterval(lapse));
  await followed?.untilEnd(new AbortController().signal);
  clearInterval(lapse);
  log.append(numbered(2, events.outputTextDelta("msg_1", 0, 0, "more")));
  await vi.waitFor(() => expect(told).toContain("cancel"), AGAIN);
  expect(await two.delete(id, null)).toBe(true);
  await expect(one.keep(ended)).rejects.toMatchObject({ code: "store_response_over" });
  expect(await two.get(id, null)).toBeNull();
});

async function openAgain(store: ResponseStore, id: string) {
  const log = await store.log(id, null);
  if (log === null) throw new Error("the log is gone");
  return log;
}

test("a reader ahead of a dead server's log gets the response's end under its next number", async () => {
  const { redis, prefix, one, two } = await members(400);
  const { id } = begin(one);
  await vi.waitFor(async () => expect(await two.log(id, null)).not.toBeNull(), AGAIN);
  const followed = await two.log(id, null);
  const got: (readonly [number, string])[] = [];
  const following = (async () => {
    for await (const batch of followed?.follow(7, new AbortController().signal) ?? []) {
      got.push(...batch.map(({ number, type }) => [number, type] as const));
    }
  })();
  const [run] = (await redis.command("hmget", `${prefix}:run:${id}`, "server")) as string[];
  const lapse = setInterval(() => void redis.command("del", `${prefix}:server:${run}`), 1);
  onTestFinished(() => clearInterval(lapse));
  await following;
  expect(got).toEqual([[8, "response.failed"]]);
});

/** Of a request like which every other one is. */
const DIGEST = { text: "any", isSame: () => true };

test("a server that closes gives up the claims of its requests", async () => {
  const { redis, prefix, one, two } = await members(60_000);
  const leases = async () => ((await redis.command("keys", `${prefix}:server:*`)) as string[]).length;
  expect(await one.group.claim("request", null, DIGEST)).toBeNull();
  expect(await leases()).toBe(2);
  await one.close();
  expect(await leases()).toBe(1);
  expect(await two.group.claim("request", null, DIGEST)).toBeNull();
});

test("a bucket is shared by all servers, never gives more than it holds, can owe, and refills", async () => {
  const { one, two } = await members(60_000);
  const slow = { name: "requests:a", perMinute: 3 };
  expect(await one.group.takeUnits(slow, 2, 2)).toMatchObject({ isTaken: true });
  expect(await two.group.takeUnits(slow, 1, 1)).toMatchObject({ isTaken: true });
  const { isTaken, left } = await one.group.takeUnits(slow, 1, 1);
  expect(isTaken).toBe(false);
  expect(left).toBeLessThan(1);
  expect(await two.group.takeUnits({ name: "requests:b", perMinute: 3 }, 3, 3)).toMatchObject({
    isTaken: true,
  });

  const quick = { name: "tokens:a", perMinute: 60_000 };
  const owed = await one.group.takeUnits(quick, 60_200, Number.NEGATIVE_INFINITY);
  expect(owed).toMatchObject({ isTaken: true });
  expect(owed.left).toBeLessThan(0);
  await vi.waitFor(
    async () => expect(await two.group.takeUnits(quick, 0, 1)).toMatchObject({ isTaken: true }),
    AGAIN,
  );
});

/** A way to that Redis on which the first answer to a script gets lost, together with the connection. */
async function losingAnswer(port: number, name: ScriptName): Promise<number> {
  let isLost = false;
  const sockets = new Set<Socket>();
  const relay = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    let loses = false;
    near.on("data", (data) => {
      loses = !isLost && data.includes(scripts[name].sha);
      far.write(data);
    });
    far.on("data", (data) => {
      if (loses) {
        isLost = true;
        near.destroy();
      } else near.write(data);
    });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => other.destroy());
    }
  }).listen(0, "127.0.0.1");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    relay.close();
  });
  await once(relay, "listening");
  return (relay.address() as AddressInfo).port;
}

test("units are taken once, even if the answer is lost", async () => {
  const redis = await RedisServer.start();
  onTestFinished(() => redis.stop());
  const port = await losingAnswer(redis.port, "takeUnits");
  const store = await openValkeyStore({ url: redis.url().replace(String(redis.port), String(port)) });
  onTestFinished(() => store.close());
  const { isTaken, left } = await (store.group as StoreGroup).takeUnits({ name: "a", perMinute: 3 }, 2, 2);
  expect(isTaken).toBe(true);
  expect(left).toBe(1);
});

test("all keys expire by themselves except the secret", async () => {
  const { redis, prefix, one } = await members(60_000);
  const { ended, log } = begin(one);
  await one.keep(ended);
  log.end();
  await one.group.claim("request", null, DIGEST);
  await one.close();
  const keys = (await redis.command("keys", `${prefix}:*`)) as string[];
  const lasting = await Promise.all(
    keys.map(async (key) => ((await redis.command("ttl", key)) === -1 ? [key] : [])),
  );
  expect(lasting.flat()).toEqual([`${prefix}:secret`]);
});
