import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { CreateFrame } from "@flint/protocol";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Conversations } from "./conversations.ts";
import { Peer, World } from "./world.fixture.ts";

const CUTS = 12;
/** Milliseconds for which a response can be taken up. */
const GRACE = 10_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it("repeated cuts leave at most one earlier connection in memory", async () => {
  const world = new World([[{ kind: "text", bursts: 2 }]]);
  const before: WeakRef<Conversations>[] = [];
  const last = await cutAgainAndAgain(world, before);
  vi.advanceTimersByTime(GRACE);
  const collect = collector();
  collect();
  // What a weak reference has given is held until the turn of the event loop ends.
  await nextTurn();
  collect();
  // The one before the last: its response is the one that the last goes on from.
  expect(before.filter((one) => one.deref() !== undefined).length).toBeLessThanOrEqual(1);
  expect(last.conversations.idle).toBe(true);
});

it("a reader lost at the end of a steered response frees its thread", async () => {
  const world = new World([[{ kind: "text", bursts: 3 }]]);
  const { shared, engine } = world;
  let id = "";
  const conversations = new Conversations({
    shared,
    requestBytes: shared.access.requestBytes,
    send() {},
    sendText(text) {
      const event = JSON.parse(text);
      if (event.type === "response.created") id = event.response.id;
      if (event.type === "response.incomplete") conversations.end();
    },
    sendDelta() {},
    onIdle() {},
  });
  conversations.create({ type: "response.create", input: [], store: false }, 0);
  await engine.steps(2);
  await nextTurn();
  const input = [{ role: "user" as const, content: "instead" }];
  conversations.steer({ type: "response.steer", previous_response_id: id, input }, 0);
  while (!conversations.idle) await nextTurn();
  expect(engine.threads).toBe(shared.threads.idleThreads);
  shared.threads.close();
  expect(engine.threads).toBe(0);
});

/** Each connection begins a response, and is lost in the middle of it; the next one takes it up. */
async function cutAgainAndAgain(world: World, before: WeakRef<Conversations>[]): Promise<Peer> {
  let peer = new Peer(world.shared);
  let previous: string | null = null;
  for (let n = 0; n < CUTS; n++) {
    peer.conversations.create(create(n, previous), 0);
    await world.engine.steps(2);
    await nextTurn();
    const id = [...peer.begun.keys()].at(-1) ?? "";
    before.push(new WeakRef(peer.conversations));
    const next = new Peer(world.shared);
    next.asked.set("asked", { id, after: -1, frames: [] });
    next.conversations.resume({
      type: "response.resume",
      response_id: id,
      starting_after: -1,
      stream_id: "asked",
    });
    peer.close();
    await world.engine.steps(1);
    while (!next.conversations.idle) await nextTurn();
    expect(next.frames.at(-1)?.type).toBe("response.completed");
    previous = id;
    peer = next;
  }
  return peer;
}

function create(n: number, previous: string | null): CreateFrame {
  return {
    type: "response.create",
    input: [],
    store: false,
    metadata: { n: String(n) },
    flint: { grace: GRACE },
    ...(previous === null ? {} : { previous_response_id: previous }),
  };
}

/** V8's own collector of garbage. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}
