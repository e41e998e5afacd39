import { setImmediate as nextTurn } from "node:timers/promises";
import { type PromptLink, Tick } from "@flint/engine";
import type { CreateFrame, ResponseEvent, ServerFrame } from "@flint/protocol";
import { assertConforms } from "@flint/protocol/conformance";
import fc from "fast-check";
import { pino } from "pino";
import { expect, it } from "vitest";
import { Access, memoryRateCounters } from "../../access/index.ts";
import { defaultLimits } from "../../limits.ts";
import { Models } from "../../model/index.ts";
import { Responses } from "../../response/index.ts";
import { Seal } from "../../seal/index.ts";
import { createMemoryStore } from "../../store/index.ts";
import { CacheGuardian, ThreadPool } from "../../thread/index.ts";
import { UsageBook } from "../../usage/index.ts";
import { RANDOM_RUNS } from "../random-runs.fixture.ts";
import { type AnswerPlan, SteppedEngine } from "../stepped-engine.fixture.ts";
import { UnderWay } from "../under-way.ts";
import { Conversations } from "./conversations.ts";

const LIMITS = {
  ...defaultLimits,
  responsesInFlight: 2,
  queuedPerLane: 3,
  pendingSteers: 2,
  cachedResponses: 4,
};
const logger = pino({ level: "silent" });
const lanes = [undefined, "a", "b"];

type Command =
  | {
      readonly do: "create";
      readonly lane: number;
      readonly parent: number | null;
      readonly warmUp: boolean;
      readonly item: boolean;
    }
  | { readonly do: "step" | "steer" | "interrupt" | "answer"; readonly which: number };

const which = fc.nat({ max: 20 });
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("create" as const),
      lane: fc.nat({ max: lanes.length - 1 }),
      parent: fc.option(which),
      warmUp: fc.boolean(),
      item: fc.boolean(),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("step" as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("steer" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("interrupt" as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("answer" as const), which }) },
);
const plan: fc.Arbitrary<AnswerPlan> = fc.array(
  fc.record({
    kind: fc.constantFrom("text" as const, "text" as const, "call" as const, "error" as const),
    bursts: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** One response as its reader saw it. */
interface Seen {
  readonly id: string;
  readonly lane: string | undefined;
  readonly frames: ResponseEvent[];
}

const usage = new UsageBook({ prices: {}, file: null, limits: LIMITS, logger });
const access = new Access({ keys: null, limits: LIMITS, counters: memoryRateCounters() });

/** A connection without its socket, on an engine that steps when told. */
class Run {
  readonly frames: ServerFrame[] = [];
  readonly engine: SteppedEngine;
  readonly conversations: Conversations;
  readonly seen = new Map<string, Seen>();
  /** The words of the accepted steers, by id. */
  readonly steers = new Map<string, string>();
  readonly #current = new Map<string | undefined, Seen>();
  readonly #submitted = new Map<string | undefined, number[]>();
  #creates = 0;
  running = 0;
  mostRunning = 0;

  constructor(plans: readonly AnswerPlan[]) {
    this.engine = new SteppedEngine(plans);
    this.conversations = new Conversations({
      shared: {
        engine: this.engine,
        models: new Models(this.engine),
        threads: new ThreadPool({ engine: this.engine, idle: 2, wait: 1000 }),
        responses: Responses.open({ store: createMemoryStore(), limits: LIMITS, logger }),
        seal: Seal.fromSecret("a secret for this test"),
        limits: LIMITS,
        logger,
        metrics: null,
        access,
        usage,
        session: null,
        trace: null,
        account: access.identify(undefined),
        hostNames: { any: false, others: new Set() },
        cacheGuardian: new CacheGuardian(pino({ level: "silent" })),
        underWay: new UnderWay(),
        writeTick: new Tick({ least: LIMITS.deltaWait, most: LIMITS.deltaWait }),
        httpTurns: new Set(),
        leaving: new AbortController().signal,
        closing: new AbortController().signal,
      },
      requestBytes: access.requestBytes,
      send: (frame) => this.#receive(frame),
      sendText: (text, sent) => {
        this.#receive(JSON.parse(text));
        sent?.();
      },
      sendDelta: (text) => this.#receive(JSON.parse(text)),
      onIdle() {},
    });
  }

  apply(command: Command): void {
    const known = [...this.seen.values()];
    const target = "which" in command ? known[command.which % Math.max(1, known.length)] : undefined;
    if (command.do === "step") this.engine.step(command.which);
    else if (command.do === "create") {
      const parent = command.parent === null ? undefined : known[command.parent % Math.max(1, known.length)];
      this.#create(lanes[command.lane], parent?.id, command);
    } else if (target === undefined) return;
    else if (command.do === "interrupt")
      this.conversations.interrupt({ type: "response.interrupt", response_id: target.id });
    else if (command.do === "answer") this.#create(target.lane, target.id, {});
    else {
      const content = `steer ${this.frames.length}.`;
      const input = [{ role: "user" as const, content }];
      this.conversations.steer({ type: "response.steer", previous_response_id: target.id, input }, 100);
      const told = this.frames.at(-1);
      if (told?.type === "response.steer.accepted") this.steers.set(told.steer.id, content);
    }
  }

  async finish(): Promise<void> {
    await nextTurn();
    while (!this.conversations.idle || this.engine.waiting > 0) {
      this.engine.step(0);
      await nextTurn();
    }
  }

  /** The words of the steers that reached the model. */
  promptedSteers(): string[] {
    const links = new Set<PromptLink>();
    for (const { tip } of this.engine.prompts) {
      for (let link: PromptLink | null = tip; link !== null; link = link.parent) links.add(link);
    }
    return [...links].flatMap((link) => JSON.stringify(link.items).match(/steer \d+\./g) ?? []);
  }

  submitted(lane: string | undefined): readonly number[] {
    return this.#submitted.get(lane) ?? [];
  }

  #create(
    lane: string | undefined,
    parent: string | undefined,
    { warmUp, item }: { warmUp?: boolean; item?: boolean },
  ): void {
    const n = this.#creates++;
    const frame: CreateFrame = {
      type: "response.create",
      input: [],
      store: false,
      metadata: { n: String(n) },
      generate: warmUp !== true,
      flint: { steer_boundary: item ? "item" : "step" },
    };
    if (lane !== undefined) frame.stream_id = lane;
    if (parent !== undefined) frame.previous_response_id = parent;
    this.#submitted.set(lane, [...this.submitted(lane), n]);
    this.conversations.create(frame, 1_000);
  }

  #receive(frame: ServerFrame): void {
    assertConforms(frame);
    this.frames.push(frame);
    if (frame.type === "error" || isAboutForgotten(frame)) return;
    if (frame.type === "response.created") {
      const seen = { id: frame.response.id, lane: frame.stream_id, frames: [] };
      this.seen.set(seen.id, seen);
      this.#current.set(frame.stream_id, seen);
      this.mostRunning = Math.max(this.mostRunning, ++this.running);
    }
    if (isTerminal(frame)) this.running--;
    const id = responseIdOf(frame);
    const seen = id === null ? this.#current.get(frame.stream_id) : this.seen.get(id);
    seen?.frames.push(frame);
  }
}

function responseIdOf(frame: ResponseEvent): string | null {
  if ("steer" in frame) return frame.steer.previous_response_id;
  if ("response_id" in frame) return frame.response_id;
  return "response" in frame ? frame.response.id : null;
}

/** An evicted response is unknown, and its counter with it. */
function isAboutForgotten(frame: ResponseEvent): boolean {
  return "error" in frame && frame.error.code === "response_not_found";
}

function isTerminal({ type }: ServerFrame): boolean {
  return ["response.completed", "response.incomplete", "response.failed"].includes(type);
}

function assertSound(run: Run): void {
  for (const { frames } of run.seen.values()) {
    expect(frames.map((frame) => frame.sequence_number)).toEqual(frames.map((_, at) => at));
    expect(frames.filter(isTerminal)).toHaveLength(1);
    const after = frames.slice(frames.findIndex(isTerminal) + 1).map(({ type }) => type);
    for (const type of after) {
      expect(["response.steer.pending", "response.steer.failed", "response.interrupt.failed"]).toContain(
        type,
      );
    }
  }
  for (const lane of lanes) {
    const begun = run.frames.flatMap((frame) =>
      frame.type === "response.created" && frame.stream_id === lane
        ? [Number(frame.response.metadata.n)]
        : [],
    );
    // A steer's response repeats the settings of the one before it, and so its number.
    expect(begun).toEqual([...begun].sort((a, b) => a - b));
    expect(run.submitted(lane)).toEqual(expect.arrayContaining(begun));
  }
  expect(run.mostRunning).toBeLessThanOrEqual(LIMITS.responsesInFlight);
}

/**
 * Every accepted steer is either committed by the next response of its lane that continues its target, or given back
 * once and never seen by the model, or it waits for outputs that the client owes.
 */
function assertNoSteerLost(run: Run): void {
  const prompted = run.promptedSteers();
  expect(new Set(prompted).size).toBe(prompted.length);
  for (const [at, frame] of run.frames.entries()) {
    if (frame.type !== "response.steer.accepted") continue;
    const { id, previous_response_id: target } = frame.steer;
    const later = run.frames.slice(at);
    const returned = later.filter((it) => it.type === "response.steer.failed" && it.steer.id === id);
    const isCommitted = later.some(
      (it) =>
        it.type === "response.created" &&
        it.response.previous_response_id === target &&
        it.stream_id === frame.stream_id,
    );
    const isPending = later.some((it) => it.type === "response.steer.pending" && it.steer.id === id);
    if (returned.length === 0) expect(isCommitted || isPending).toBe(true);
    else expect(prompted).not.toContain(run.steers.get(id));
    expect(returned.length).toBeLessThanOrEqual(1);
  }
}

it(
  "keeps its guarantees through any sequence of creates, steers, interrupts and steps",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(plan, { minLength: 1, maxLength: 4, size: "max" }),
        fc.array(command, { maxLength: 40, size: "max" }),
        async (plans, commands) => {
          const run = new Run(plans);
          for (const command of commands) {
            run.apply(command);
            await nextTurn();
          }
          await run.finish();
          assertSound(run);
          assertNoSteerLost(run);
          run.conversations.end();
        },
      ),
      { numRuns: RANDOM_RUNS },
    );
  },
  RANDOM_RUNS * 500,
);

it(
  "stops everything when the connection ends at any point",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(plan, { minLength: 1, maxLength: 4, size: "max" }),
        fc.array(command, { maxLength: 20, size: "max" }),
        async (plans, commands) => {
          const run = new Run(plans);
          for (const command of commands) {
            run.apply(command);
            await nextTurn();
          }
          const before = run.frames.length;
          run.conversations.end();
          for (let n = 0; n < 5; n++) await nextTurn();
          expect(run.conversations.idle).toBe(true);
          expect(run.engine.waiting).toBe(0);
          expect(access.requestBytes.total).toBe(0);
          expect(run.frames.length).toBe(before);
        },
      ),
      { numRuns: RANDOM_RUNS },
    );
  },
  RANDOM_RUNS * 500,
);
