import { setImmediate as nextTurn } from "node:timers/promises";
import type { ResponseEvent, ServerFrame } from "@flint/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { RANDOM_RUNS } from "../random-runs.fixture.ts";
import { command, idOf, isTerminal, plan, World } from "./world.fixture.ts";

const AFTER_THE_END = [
  "response.steer.accepted",
  "response.steer.pending",
  "response.steer.failed",
  "response.interrupt.failed",
];

/** What holds of every response where it was created. */
function assertSound({ all }: World): void {
  for (const { begun, isOpen, withdrawn } of all) {
    for (const events of begun.values()) {
      const first = withdrawn.has(requestOf(events)) ? (events[0]?.sequence_number ?? 0) : 0;
      expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, at) => first + at));
      const ends = events.filter(isTerminal).length;
      if (isOpen) expect(ends).toBe(1);
      else expect(ends).toBeLessThanOrEqual(1);
      if (ends === 0) continue;
      for (const { type } of events.slice(events.findIndex(isTerminal) + 1))
        expect(AFTER_THE_END).toContain(type);
    }
  }
}

function requestOf([created]: readonly ServerFrame[]): string {
  return created?.type === "response.created" ? `create-${created.response.metadata.n}` : "";
}

/**
 * A create that is withdrawn before it has begun comes to its end in its turn on its lane, and is not run. Returns the
 * number of those that were looked at.
 */
function assertWithdrawn({ all }: World): number {
  let count = 0;
  for (const peer of all) {
    for (const [at, frame] of peer.frames.entries()) {
      if (frame.type !== "response.interrupt.accepted" || !peer.withdrawn.has(frame.response_id)) continue;
      const created = peer.frames
        .slice(at)
        .find((it) => requestOf([it]) === frame.response_id && it.stream_id === frame.stream_id);
      if (created?.type !== "response.created") continue;
      const { id } = created.response;
      // Sent again, it may have begun on another lane before.
      const isOwn = all.every(({ frames }) =>
        frames.every((it) => it === created || it.type !== "response.created" || it.response.id !== id),
      );
      if (!isOwn || !peer.isOpen) continue;
      expect(peer.frames.find((it) => isTerminal(it) && idOf(it) === id)).toMatchObject({
        type: "response.incomplete",
        response: { incomplete_details: { reason: "interrupted" }, output: [], usage: null },
      });
      count += 1;
    }
  }
  return count;
}

/** The frames of a lane by the response that they are of, in order. `first`: the one that it begins with, if known. */
function byResponse(frames: readonly ServerFrame[], first: string | null): Map<string, ResponseEvent[]> {
  const responses = new Map<string, ResponseEvent[]>();
  let current = first ?? "";
  const begins = new Set<string>();
  for (const frame of frames) {
    if (frame.type === "error") throw new Error(`an error in mid-stream: ${frame.error.message}`);
    if (frame.type === "response.created") {
      current = frame.response.id;
      expect(begins.has(current), "begins twice on one lane").toBe(false);
      begins.add(current);
    }
    const id = idOf(frame) ?? current;
    responses.set(id, [...(responses.get(id) ?? []), frame]);
  }
  return responses;
}

/**
 * Where a response is asked for that began elsewhere, its events come as they are in the log, from the number named
 * and up to its end; after it, answers to what is done to it, and the responses that its steers begin, each whole.
 */
async function assertAsked({ all, shared }: World): Promise<void> {
  for (const { asked, isOpen } of all) {
    for (const [lane, { id, after, frames }] of asked) {
      if (frames[0]?.type === "error") {
        expect(frames).toHaveLength(1);
        continue;
      }
      const whole = byResponse(frames, id);
      let previous: string | null = null;
      for (const [each, events] of whole) {
        const found = await shared.responses.log(each);
        const logged = found?.log.read(each === id ? after : -1, 1_000_000) ?? [];
        const expected = logged.map(({ text }) => JSON.parse(text));
        const came = events.map(({ stream_id, ...frame }) => {
          expect(stream_id).toBe(lane);
          return frame;
        });
        const replayed = came.slice(0, found === null ? came.length : expected.length);
        if (found !== null) {
          if (isOpen) expect(replayed).toEqual(expected);
          else expect(replayed).toEqual(expected.slice(0, replayed.length));
        }
        const numbers = came.map(({ sequence_number }) => sequence_number);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const { type } of came.slice(replayed.length)) expect(AFTER_THE_END).toContain(type);
        // Of a response that was over, there may be late answers alone, and among the next one's events.
        const [created] = events;
        if (created?.type !== "response.created") continue;
        if (previous !== null) expect(created.response.previous_response_id).toBe(previous);
        previous = each;
      }
    }
  }
}

/** Who saw a response begin, and who resumed it, saw the same. */
async function assertSameForAll({ all, shared }: World): Promise<void> {
  for (const { begun } of all) {
    for (const [id, events] of begun) {
      const found = await shared.responses.log(id);
      if (found === null) continue;
      const logged = found.log.read(-1, 1_000_000)?.map(({ text }) => JSON.parse(text)) ?? [];
      const seen = events.map(({ stream_id: _, ...event }) => event);
      const end = seen.findIndex((event) => isTerminal(event as ServerFrame));
      const own = end < 0 ? seen : seen.slice(0, end + 1);
      expect(own).toEqual(logged.slice(0, own.length));
    }
  }
}

/** A create that can be resumed begins one response, however often it is sent, and on whichever connections. */
async function assertRunOnce({ all, creates, shared }: World): Promise<void> {
  /** The number of the create that began each, and what it continues. */
  const begun = new Map<string, { readonly n: string; readonly previous: string | null }>();
  const waiting = all.flatMap(({ frames }) => frames.filter(({ type }) => type === "response.created"));
  for (let frame = waiting.pop(); frame !== undefined; frame = waiting.pop()) {
    if (frame.type !== "response.created" || begun.has(frame.response.id)) continue;
    const { id, previous_response_id: previous, metadata } = frame.response;
    begun.set(id, { n: metadata.n ?? "", previous });
    // One that nobody saw, since its connection was closed.
    const log = previous === null ? null : await shared.responses.log(previous);
    waiting.push(...(log?.log.read(-1) ?? []).map(({ text }) => JSON.parse(text)));
  }
  for (const [at, { flint }] of creates.entries()) {
    // A steer's response repeats the settings of the one before it, which began itself.
    const roots = [...begun.values()].filter(
      ({ n, previous }) => n === String(at) && begun.get(previous ?? "")?.n !== n,
    );
    if (flint?.grace !== undefined) expect(roots.length).toBeLessThanOrEqual(1);
  }
}

/**
 * Every accepted steer is committed by a response that continues its target, or given back and never seen by the
 * model, or it waits: for outputs that the client owes, or for somebody who resumes the response.
 */
async function assertNoSteerLost(world: World): Promise<void> {
  const { all, shared } = world;
  const prompted = world.promptedSteers();
  expect(new Set(prompted).size).toBe(prompted.length);
  const seen = all.flatMap(({ frames }) => frames);
  // A client that resumes from some number on has said that it knows what came before.
  for (const id of world.known) {
    const found = await shared.responses.log(id);
    seen.push(...(found?.log.read(-1) ?? []).map(({ text }) => JSON.parse(text)));
  }
  const committed = new Set(
    seen.flatMap((it) => (it.type === "response.created" ? [it.response.previous_response_id] : [])),
  );
  const returned = new Set(
    seen.flatMap((it) => (it.type === "response.steer.failed" && it.steer.id ? [it.steer.id] : [])),
  );
  const pending = new Set(seen.flatMap((it) => (it.type === "response.steer.pending" ? [it.steer.id] : [])));
  for (const frame of seen) {
    if (frame.type !== "response.steer.accepted") continue;
    const { id, previous_response_id: target } = frame.steer;
    const words = `${frame.flint?.request_id?.replace("-", " ")}.`;
    if (returned.has(id)) {
      expect(prompted).not.toContain(words);
      continue;
    }
    if (committed.has(target) || pending.has(id) || prompted.includes(words)) continue;
    const { recording } = (await shared.responses.log(target)) ?? {};
    // Nobody was there to be told.
    const isAbandoned = !recording || recording.holder === null || recording.successor !== null;
    expect(isAbandoned, `${id} of ${target} is lost`).toBe(true);
  }
}

/** Once nobody is there, and nobody can come any more, no request counts. */
async function assertLetGoOf({ known, shared }: World): Promise<void> {
  for (const id of known) (await shared.responses.log(id))?.recording?.forget();
  expect(shared.access.requestBytes.total).toBe(0);
}

it(
  "keeps its guarantees across connections through any sequence of frames, cancels and closes",
  async () => {
    let withdrawn = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(plan, { minLength: 1, maxLength: 4, size: "max" }),
        fc.array(command, { maxLength: 40, size: "max" }),
        async (plans, commands) => {
          const world = new World(plans);
          for (const each of commands) {
            world.apply(each);
            await nextTurn();
          }
          await world.finish();
          assertSound(world);
          withdrawn += assertWithdrawn(world);
          await assertAsked(world);
          await assertSameForAll(world);
          await assertRunOnce(world);
          await assertNoSteerLost(world);
          for (const one of world.peers) one.close();
          await assertLetGoOf(world);
        },
      ),
      { numRuns: RANDOM_RUNS },
    );
    expect(withdrawn).toBeGreaterThan(RANDOM_RUNS / 20);
  },
  RANDOM_RUNS * 500,
);
