import { setImmediate as nextTurn } from "node:timers/promises";
import type { CreateFrame, ResponseEvent, ServerFrame } from "@flint/protocol";
import { assertConforms } from "@flint/protocol/conformance";
import fc from "fast-check";
import { pino } from "pino";
import { expect, it } from "vitest";
import { defaultLimits } from "../../limits.ts";
import { Models } from "../../model/index.ts";
import { Responses } from "../../response/index.ts";
import { createMemoryStore } from "../../store/index.ts";
import { CacheGuardian, ThreadPool } from "../../thread/index.ts";
import { RANDOM_RUNS } from "../random-runs.fixture.ts";
import type { Shared } from "../shared.ts";
import { type AnswerPlan, SteppedEngine } from "../stepped-engine.fixture.ts";
import { Conversations } from "./conversations.ts";

const LIMITS = { ...defaultLimits, responsesInFlight: 3, queuedPerLane: 3, pendingSteers: 2, laneNames: 100 };
const LANES = [undefined, "a", "b"];
const PEERS = 2;

const peer = fc.nat({ max: PEERS - 1 });
const lane = fc.nat({ max: LANES.length - 1 });
const which = fc.nat({ max: 20 });
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("create" as const),
      peer,
      lane,
      parent: fc.option(which),
      warmUp: fc.boolean(),
      stored: fc.boolean(),
      outlives: fc.boolean(),
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constant("step" as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("fork" as const), peer, lane, which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("steer" as const), peer, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("interrupt" as const), peer, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const), peer, which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("resume" as const),
      peer,
      which,
      after: fc.integer({ min: -1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("close" as const), peer }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const plan: fc.Arbitrary<AnswerPlan> = fc.array(
  fc.record({
    kind: fc.constantFrom("text" as const, "text" as const, "call" as const, "error" as const),
    bursts: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** A resumption, and what came of it. */
interface Resumed {
  readonly id: string;
  readonly after: number;
  readonly frames: ServerFrame[];
}

/** A connection as its client sees it. */
class Peer {
  readonly conversations: Conversations;
  /** Responses created here, in order of their first event. */
  readonly begun = new Map<string, ResponseEvent[]>();
  readonly lanes = new Map<string, string | undefined>();
  readonly resumed = new Map<string, Resumed>();
  readonly errors: ServerFrame[] = [];
  readonly #current = new Map<string | undefined, string>();
  isOpen = true;

  constructor(shared: Shared) {
    this.conversations = new Conversations({
      shared,
      send: (frame) => this.#receive(frame),
      sendText: (text, sent) => {
        this.#receive(JSON.parse(text));
        sent?.();
      },
      onIdle() {},
    });
  }

  close(): void {
    this.isOpen = false;
    this.conversations.end();
  }

  #receive(frame: ServerFrame): void {
    expect(this.isOpen).toBe(true);
    assertConforms(frame);
    const resumed = frame.stream_id === undefined ? undefined : this.resumed.get(frame.stream_id);
    if (resumed !== undefined) resumed.frames.push(frame);
    else if (frame.type === "error" || isAboutUnknown(frame)) this.errors.push(frame);
    else this.#file(frame);
  }

  #file(frame: ResponseEvent): void {
    if (frame.type === "response.created") {
      this.#current.set(frame.stream_id, frame.response.id);
      this.begun.set(frame.response.id, []);
      this.lanes.set(frame.response.id, frame.stream_id);
    }
    const id = idOf(frame) ?? this.#current.get(frame.stream_id) ?? "";
    const events = this.begun.get(id);
    expect(events, `${frame.type} of a response that was never created here`).toBeDefined();
    expect(frame.stream_id).toBe(this.lanes.get(id));
    events?.push(frame);
  }
}

/** A server without its sockets, on an engine that steps when told. */
class World {
  readonly engine: SteppedEngine;
  readonly shared: Shared;
  readonly peers: Peer[];
  /** Those that were closed too. */
  readonly all: Peer[];
  readonly #cancels: Promise<unknown>[] = [];
  #resumptions = 0;

  constructor(plans: readonly AnswerPlan[]) {
    this.engine = new SteppedEngine(plans);
    const logger = pino({ level: "silent" });
    this.shared = {
      engine: this.engine,
      models: new Models(this.engine),
      threads: new ThreadPool({ engine: this.engine, idle: 2, wait: 1000 }),
      responses: new Responses({ store: createMemoryStore(), limits: LIMITS, logger }),
      limits: LIMITS,
      logger,
      metrics: null,
      cacheGuardian: new CacheGuardian(pino({ level: "silent" })),
      httpTurns: new Set(),
      closing: new AbortController().signal,
    };
    this.peers = Array.from({ length: PEERS }, () => new Peer(this.shared));
    this.all = [...this.peers];
  }

  get known(): readonly string[] {
    return this.all.flatMap(({ begun }) => [...begun.keys()]);
  }

  apply(command: Command): void {
    if (command.do === "step") {
      this.engine.step(command.which);
      return;
    }
    const peer = this.peers[command.peer];
    const { known } = this;
    const target = "which" in command ? known[command.which % Math.max(1, known.length)] : undefined;
    if (peer === undefined) return;
    const { conversations } = peer;
    if (command.do === "create") {
      const parent = command.parent === null ? undefined : known[command.parent % Math.max(1, known.length)];
      conversations.create(createFrame(command, parent));
    } else if (command.do === "close") {
      peer.close();
      const next = new Peer(this.shared);
      this.peers[command.peer] = next;
      this.all.push(next);
    } else if (target === undefined) {
      return;
    } else if (command.do === "fork") {
      conversations.create(
        createFrame({ ...command, warmUp: false, stored: false, outlives: false }, target),
      );
    } else if (command.do === "cancel") {
      this.#cancels.push(this.shared.responses.cancel(target));
    } else if (command.do === "interrupt") {
      conversations.interrupt({ type: "response.interrupt", response_id: target });
    } else if (command.do === "steer") {
      const input = [{ role: "user" as const, content: "steer" }];
      conversations.steer({ type: "response.steer", previous_response_id: target, input });
    } else {
      const stream_id = `resume-${this.#resumptions++}`;
      peer.resumed.set(stream_id, { id: target, after: command.after, frames: [] });
      conversations.resume({
        type: "response.resume",
        response_id: target,
        starting_after: command.after,
        stream_id,
      });
    }
  }

  async finish(): Promise<void> {
    await nextTurn();
    while (this.peers.some(({ conversations }) => !conversations.idle) || this.engine.waiting > 0) {
      this.engine.step(0);
      await nextTurn();
    }
    await Promise.all(this.#cancels);
  }
}

function createFrame(
  { lane, warmUp, stored, outlives }: { lane: number; warmUp: boolean; stored: boolean; outlives: boolean },
  parent: string | undefined,
): CreateFrame {
  const name = LANES[lane];
  return {
    type: "response.create",
    input: [],
    store: stored,
    generate: !warmUp,
    flint: outlives ? { grace: 10_000 } : {},
    ...(name === undefined ? {} : { stream_id: name }),
    ...(parent === undefined ? {} : { previous_response_id: parent }),
  };
}

function idOf(frame: ResponseEvent): string | null {
  if ("steer" in frame) return frame.steer.previous_response_id;
  if ("response_id" in frame) return frame.response_id;
  return "response" in frame ? frame.response.id : null;
}

function isAboutUnknown(frame: ResponseEvent): boolean {
  return "error" in frame && frame.error.code === "response_not_found";
}

function isTerminal({ type }: ServerFrame): boolean {
  return ["response.completed", "response.incomplete", "response.failed"].includes(type);
}

const AFTER_THE_END = ["response.steer.pending", "response.steer.failed", "response.interrupt.failed"];

/** What holds of every response where it was created. */
function assertSound({ all }: World): void {
  for (const { begun, isOpen } of all) {
    for (const events of begun.values()) {
      expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, at) => at));
      const ends = events.filter(isTerminal).length;
      if (isOpen) expect(ends).toBe(1);
      else expect(ends).toBeLessThanOrEqual(1);
      if (ends === 0) continue;
      for (const { type } of events.slice(events.findIndex(isTerminal) + 1))
        expect(AFTER_THE_END).toContain(type);
    }
  }
}

/** A resumption gives what the log has after its number, in order, up to the end; or one error. */
async function assertResumed({ all, shared }: World): Promise<void> {
  for (const { resumed, isOpen } of all) {
    for (const [lane, { id, after, frames }] of resumed) {
      if (frames[0]?.type === "error") {
        expect(frames).toHaveLength(1);
        continue;
      }
      const found = await shared.responses.log(id);
      const logged = found?.log.read(after, 1_000_000)?.map(({ text }) => JSON.parse(text)) ?? [];
      const came = frames.map(({ stream_id, ...frame }) => {
        expect(stream_id).toBe(lane);
        return frame;
      });
      if (isOpen) expect(came).toEqual(logged);
      else expect(came).toEqual(logged.slice(0, came.length));
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

it(
  "keeps its promises over several connections, whatever is created, forked, steered, resumed, cancelled and closed",
  async () => {
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
          await assertResumed(world);
          await assertSameForAll(world);
          for (const one of world.peers) one.close();
        },
      ),
      { numRuns: RANDOM_RUNS },
    );
  },
  RANDOM_RUNS * 100,
);
