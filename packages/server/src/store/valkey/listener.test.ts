import { expect, onTestFinished, test, vi } from "vitest";
import { parseValkeyAddress } from "./address.ts";
import { Listener } from "./listener.ts";
import { RedisServer } from "./redis-server.fixture.ts";

const AGAIN = { timeout: 15_000, interval: 5 };

async function useListener() {
  const redis = await RedisServer.start();
  onTestFinished(() => redis.stop());
  const woken: string[] = [];
  const faults: unknown[] = [];
  const listener = new Listener({
    address: parseValkeyAddress(redis.url()),
    wait: 5_000,
    own: "own",
    take: (entries) => woken.push(...entries.map(({ value }) => value)),
    wake: () => undefined,
    onFault: (error) => faults.push(error),
  });
  onTestFinished(() => listener.close());
  const add = (stream: string, id: string, value: string) => redis.command("xadd", stream, id, "e", value);
  /** Has it ask anew, for all that it hears by now. */
  const askAnew = async (id: string) => {
    await add("own", id, id);
    await vi.waitFor(() => expect(woken).toContain(id), AGAIN);
  };
  const hear = (at: string) => {
    const taken: string[] = [];
    listener.hear("log", at, (entries) => taken.push(...entries.map(({ value }) => value)));
    return taken;
  };
  return { redis, listener, add, askAnew, hear, faults };
}

test("a stream that is heard anew delivers nothing from before its new position", async () => {
  const { listener, add, askAnew, hear } = await useListener();
  const before = hear("0-0");
  await askAnew("1-0");
  await add("log", "1-0", "first");
  await vi.waitFor(() => expect(before).toEqual(["first"]), AGAIN);

  listener.forget("log");
  const after = hear("2-0");
  await add("log", "2-0", "known");
  await askAnew("2-0");
  await add("log", "3-0", "new");
  await vi.waitFor(() => expect(after).toContain("new"), AGAIN);
  expect(before).toEqual(["first"]);
  expect(after).toEqual(["new"]);
});

test("a refused read is reported once, and reading resumes once it is allowed", async () => {
  const { redis, add, askAnew, faults } = await useListener();
  await askAnew("1-0");
  await redis.command("acl", "setuser", "default", "-xread");
  await add("own", "2-0", "2-0");
  await vi.waitFor(() => expect(faults).toMatchObject([{ code: "store_denied" }]), AGAIN);
  await redis.command("acl", "setuser", "default", "+xread");
  await askAnew("3-0");
  expect(faults).toHaveLength(1);
});

test("an error thrown by one listener is reported, and others go on", async () => {
  const { listener, add, askAnew, hear, faults } = await useListener();
  const fault = new Error("not this");
  listener.hear("broken", "0-0", () => {
    throw fault;
  });
  const taken = hear("0-0");
  await askAnew("1-0");
  await add("broken", "1-0", "bad");
  await add("log", "1-0", "good");
  await vi.waitFor(() => expect(taken).toEqual(["good"]), AGAIN);
  expect(faults).toEqual([fault]);
});
