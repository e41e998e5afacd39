import { setImmediate as nextTurn } from "node:timers/promises";
import { type PromptLink, Tick } from "@flint/engine";
import type { CreateFrame, ResponseEvent, ServerFrame } from "@flint/protocol";
import { assertConforms } from "@flint/protocol/conformance";
import fc from "fast-check";
import { pino } from "pino";
import { expect } from "vitest";
import { Access, memoryRateCounters } from "../../access/index.ts";
import { defaultLimits } from "../../limits.ts";
import { Models } from "../../model/index.ts";
import { Responses } from "../../response/index.ts";
import { Seal } from "../../seal/index.ts";
import { createMemoryStore } from "../../store/index.ts";
import { CacheGuardian, ThreadPool } from "../../thread/index.ts";
import { UsageBook } from "../../usage/index.ts";
import type { OwnShared } from "../shared.ts";
import { type AnswerPlan, SteppedEngine } from "../stepped-engine.fixture.ts";
import { UnderWay } from "../under-way.ts";
import { Conversations } from "./conversations.ts";

const LIMITS = { ...defaultLimits, responsesInFlight: 3, queuedPerLane: 3, pendingSteers: 2, laneNames: 200 };
const LANES = [undefined, "a", "b"];
const PEERS = 2;
const CREATE_BYTES = 1_000;
/** Longer than any run of the test. */
const GRACE = 10_000;

/** A create that has nothing particular. */
const PLAIN = { warmUp: false, stored: false, outlives: false, item: false };

const peer = fc.nat({ max: PEERS - 1 });
const lane = fc.nat({ max: LANES.length - 1 });
const which = fc.nat({ max: 20 });

/** An action of a client on one of two connections, or a step of the engine. */
export const command = fc.oneof(
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
      item: fc.boolean(),
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constant("step" as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("fork" as const), peer, lane, which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("steer" as const), peer, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("interrupt" as const), peer, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const), peer, which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("resume" as const),
      peer,
      which,
      after: fc.integer({ min: -1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("create again" as const), peer, which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("withdraw" as const), peer, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw one that waits" as const), peer, lane }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("steer again" as const), peer, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("close" as const), peer }) },
);
export type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** Answer plans for the engine. */
export const plan: fc.Arbitrary<AnswerPlan> = fc.array(
  fc.record({
    kind: fc.constantFrom("text" as const, "text" as const, "call" as const, "error" as const),
    bursts: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** A lane for resuming one response that may have begun elsewhere: nothing else is sent on it. */
export interface Asked {
  /** The response's id; null if it is named by its request. */
  readonly id: string | null;
  readonly after: number;
  readonly frames: ServerFrame[];
}

/** A connection, as its client sees it. */
export class Peer {
  readonly conversations: Conversations;
  /** Responses created here on the common lanes, in the order of their first event. */
  readonly begun = new Map<string, ResponseEvent[]>();
  readonly lanes = new Map<string, string | undefined>();
  readonly asked = new Map<string, Asked>();
  readonly frames: ServerFrame[] = [];
  /** Request ids of the creates that were interrupted before they began. */
  readonly withdrawn = new Set<string>();
  readonly #current = new Map<string | undefined, string>();
  isOpen = true;

  constructor(shared: OwnShared) {
    this.conversations = new Conversations({
      shared,
      requestBytes: shared.access.requestBytes,
      send: (frame) => this.#receive(frame),
      sendText: (text, sent) => {
        this.#receive(JSON.parse(text));
        sent?.();
      },
      sendDelta: (text) => this.#receive(JSON.parse(text)),
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
    this.frames.push(frame);
    if (isAboutRequest(frame)) {
      if (frame.type === "response.interrupt.accepted") this.withdrawn.add(frame.response_id);
      return;
    }
    const asked = frame.stream_id === undefined ? undefined : this.asked.get(frame.stream_id);
    if (asked !== undefined) asked.frames.push(frame);
    else if (frame.type !== "error" && !isAboutUnknown(frame)) this.#file(frame);
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

/** A server without sockets, on a {@link SteppedEngine}. */
export class World {
  readonly engine: SteppedEngine;
  readonly shared: OwnShared;
  readonly peers: Peer[];
  /** All peers, including closed ones. */
  readonly all: Peer[];
  /** The index of each is in its request id. */
  readonly creates: CreateFrame[] = [];
  readonly #steers: { readonly target: string; readonly n: number }[] = [];
  readonly #cancels: Promise<unknown>[] = [];
  #lanes = 0;

  constructor(plans: readonly AnswerPlan[]) {
    this.engine = new SteppedEngine(plans);
    const logger = pino({ level: "silent" });
    const access = new Access({ keys: null, limits: LIMITS, counters: memoryRateCounters() });
    const usage = new UsageBook({ prices: {}, file: null, limits: LIMITS, logger });
    this.shared = {
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
      cacheGuardian: new CacheGuardian(logger),
      underWay: new UnderWay(),
      writeTick: new Tick({ least: LIMITS.deltaWait, most: LIMITS.deltaWait }),
      httpTurns: new Set(),
      leaving: new AbortController().signal,
      closing: new AbortController().signal,
    };
    this.peers = Array.from({ length: PEERS }, () => new Peer(this.shared));
    this.all = [...this.peers];
  }

  /** Ids of all responses whose beginning a client has seen. */
  get known(): readonly string[] {
    const ids = this.all.flatMap(({ frames }) =>
      frames.flatMap((frame) => (frame.type === "response.created" ? [frame.response.id] : [])),
    );
    return [...new Set(ids)];
  }

  apply(command: Command): void {
    if (command.do === "step") {
      this.engine.step(command.which);
      return;
    }
    const peer = this.peers[command.peer];
    if (peer === undefined) return;
    const { known } = this;
    const { conversations } = peer;
    const target = "which" in command ? pick(known, command.which) : undefined;
    switch (command.do) {
      case "create":
        this.#create(peer, command, command.parent === null ? undefined : pick(known, command.parent));
        break;
      case "create again": {
        const before = pick(this.creates, command.which);
        if (before === undefined) return;
        const stream_id = this.#ask(peer, null, -1);
        conversations.create({ ...before, stream_id }, CREATE_BYTES);
        break;
      }
      case "withdraw": {
        const response_id = pick(this.creates, command.which)?.flint?.request_id;
        if (response_id !== undefined) conversations.interrupt({ type: "response.interrupt", response_id });
        break;
      }
      case "withdraw one that waits": {
        // Few of all creates wait when a withdrawal comes.
        for (const _ of [1, 2]) this.#create(peer, { ...PLAIN, lane: command.lane }, undefined);
        const response_id = this.creates.at(-1)?.flint?.request_id ?? "";
        conversations.interrupt({ type: "response.interrupt", response_id });
        break;
      }
      case "close": {
        peer.close();
        const next = new Peer(this.shared);
        this.peers[command.peer] = next;
        this.all.push(next);
        break;
      }
      case "steer again": {
        const before = pick(this.#steers, command.which);
        if (before !== undefined) this.#steer(peer, before.target, before.n);
        break;
      }
      default:
        if (target === undefined) return;
        if (command.do === "fork") {
          this.#create(peer, { ...PLAIN, lane: command.lane }, target);
        } else if (command.do === "cancel") this.#cancels.push(this.shared.responses.cancel(target));
        else if (command.do === "interrupt")
          conversations.interrupt({ type: "response.interrupt", response_id: target });
        else if (command.do === "steer") {
          const n = this.#steers.length;
          this.#steers.push({ target, n });
          this.#steer(peer, target, n);
        } else {
          const stream_id = this.#ask(peer, target, command.after);
          const starting_after = command.after;
          conversations.resume({ type: "response.resume", response_id: target, starting_after, stream_id });
        }
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

  /** Texts of the steers that reached the model, as often as each occurs in the conversations. */
  promptedSteers(): string[] {
    const links = new Set<PromptLink>();
    for (const { tip } of this.engine.prompts) {
      for (let link: PromptLink | null = tip; link !== null; link = link.parent) links.add(link);
    }
    return [...links].flatMap((link) => JSON.stringify(link.items).match(/steer \d+\./g) ?? []);
  }

  #create(
    { conversations }: Peer,
    {
      lane,
      warmUp,
      stored,
      outlives,
      item,
    }: Omit<Extract<Command, { do: "create" }>, "do" | "peer" | "parent">,
    parent: string | undefined,
  ): void {
    const name = LANES[lane];
    const n = String(this.creates.length);
    const frame: CreateFrame = {
      type: "response.create",
      input: [],
      store: stored,
      generate: !warmUp,
      metadata: { n },
      flint: {
        ...(outlives ? { grace: GRACE } : {}),
        request_id: `create-${n}`,
        steer_boundary: item ? "item" : "step",
      },
      ...(name === undefined ? {} : { stream_id: name }),
      ...(parent === undefined ? {} : { previous_response_id: parent }),
    };
    this.creates.push(frame);
    conversations.create(frame, CREATE_BYTES);
  }

  #steer({ conversations }: Peer, target: string, n: number): void {
    const input = [{ role: "user" as const, content: `steer ${n}.` }];
    const flint = { request_id: `steer-${n}` };
    conversations.steer({ type: "response.steer", previous_response_id: target, input, flint }, 100);
  }

  #ask(peer: Peer, id: string | null, after: number): string {
    const lane = `asked-${this.#lanes++}`;
    peer.asked.set(lane, { id, after, frames: [] });
    return lane;
  }
}

function pick<T>(list: readonly T[], which: number): T | undefined {
  return list[which % Math.max(1, list.length)];
}

/** Returns the id of the response that a frame names. */
export function idOf(frame: ServerFrame): string | null {
  if ("steer" in frame) return frame.steer.previous_response_id;
  if ("response_id" in frame) return frame.response_id;
  return "response" in frame ? frame.response.id : null;
}

export function isTerminal({ type }: ServerFrame): boolean {
  return ["response.completed", "response.incomplete", "response.failed"].includes(type);
}

/** Whether the frame names a response that has not begun, by its request id. */
function isAboutRequest(
  frame: ServerFrame,
): frame is Extract<ServerFrame, { type: `response.interrupt.${string}` }> {
  return frame.type.startsWith("response.interrupt.") && (idOf(frame)?.startsWith("create-") ?? false);
}

function isAboutUnknown(frame: ResponseEvent): boolean {
  return "error" in frame && frame.error.code === "response_not_found";
}
