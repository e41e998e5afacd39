import { env } from "node:process";
import {
  ApiError,
  type ClientFrame,
  type CreateFrame,
  errorFrame,
  events,
  type ResponseEvent,
  type ResumeFrame,
  type ServerFrame,
  type Unnumbered,
} from "@flint/protocol";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ChainLedger } from "../chain/index.ts";
import { CONNECTION_LIMITS, Connection, type SocketListener } from "../connection/index.ts";
import { responseObject } from "../connection/responses-server.fixture.ts";
import { ResponseRun } from "./response-run.ts";
import type { TurnEvent } from "./turn-event.ts";
import type { TurnResult } from "./turn-result.ts";

const LANES = 3;
/** `FLINT_RANDOM_RUNS=10000` makes it thorough. */
const RUNS = Number(env.FLINT_RANDOM_RUNS ?? 200);

/** A response on a lane of the server. */
interface Running {
  readonly turn: string;
  readonly previous: string | null;
  readonly request: string | undefined;
  lane: string | undefined;
  /** Null until it has begun. */
  id: string | null;
  /** Server's ids of the steers that it has accepted, by the client's. */
  readonly steers: Map<string, string>;
  /** What its steers have begun. */
  next: Running | null;
  readonly events: ResponseEvent[];
  text: string;
  over: boolean;
  /** Stopped before it had begun. */
  withdrawn: boolean;
  /** Whether it is read on the connection that there is. */
  read: boolean;
}

/** A correct server, in memory: what it answers and when is up to the test. */
class Server {
  readonly running = new Map<string | undefined, Running>();
  /** What the client should not have done. */
  readonly faults: string[] = [];
  /** All text of each response. */
  readonly texts = new Map<string, string>();
  /** Whose each response is. */
  readonly #turns = new Map<string, string>();
  /** Responses that can be resumed, by their ids and those of their requests. */
  readonly #kept = new Map<string, Running>();
  #listener: SocketListener | null = null;
  #ids = 0;

  readonly openSocket = (_: unknown, listener: SocketListener) => {
    this.#listener = listener;
    queueMicrotask(() => listener.opened());
    return {
      send: (text: string) => this.#receive(JSON.parse(text) as ClientFrame),
      close: () => {},
      terminate: () => {},
    };
  };

  of(turn: string): Running | undefined {
    const all = [...this.running.values(), ...this.#kept.values()];
    return all.find((running) => running.turn === turn && !running.over);
  }

  begin(running: Running): void {
    running.id = `resp_${++this.#ids}`;
    this.#turns.set(running.id, running.turn);
    this.#kept.set(running.id, running);
    if (running.request !== undefined) this.#kept.set(running.request, running);
    this.#send(running, events.created(responseObject(running.id, running.previous)));
    if (running.withdrawn) this.#end(running, "interrupted");
  }

  text(running: Running, text: string): void {
    running.text += text;
    this.texts.set(running.id ?? "", running.text);
    this.#send(running, events.outputTextDelta(`msg_${running.id}`, 0, 0, text));
  }

  /** Ends the response, and begins the next where a steer waits, and somebody is there. */
  finish(running: Running): void {
    this.#end(running, running.steers.size > 0 ? "steered" : "completed");
    if (running.read) this.#goOn(running);
  }

  /** Cuts the connection. `keeps`: what has begun goes on without it. */
  drop(keeps: boolean): void {
    this.running.clear();
    for (const running of this.#kept.values()) running.read = false;
    if (!keeps) this.#kept.clear();
    const listener = this.#listener;
    this.#listener = null;
    listener?.ended({ kind: "closed", code: 1006, reason: "" });
  }

  #receive(frame: ClientFrame): void {
    if (frame.type === "response.create" || frame.type === "response.resume") {
      // One response at a time on each lane: the client waits for the end of what it stopped.
      if (this.running.has(frame.stream_id)) this.faults.push(`a ${frame.type} on a busy lane`);
      if (this.running.size >= LANES) this.faults.push("more lanes than there may be");
      if (frame.type === "response.resume") this.#resume(frame);
      else this.#create(frame);
      return;
    }
    const target = frame.type === "response.steer" ? frame.previous_response_id : frame.response_id;
    const waiting = [...this.running.values()].find(({ id, request }) => id === null && request === target);
    if (waiting !== undefined && frame.type === "response.interrupt") {
      waiting.withdrawn = true;
      // It has no events of its own yet.
      this.#tell(onLane({ ...events.interruptAccepted(target), sequence_number: 0 }, waiting.lane));
      return;
    }
    const running = this.#kept.get(target);
    if (running?.id == null) return;
    if (frame.type === "response.steer") {
      const request = frame.flint?.request_id ?? "";
      const before = running.steers.get(request);
      if (running.over && before === undefined) return;
      const id = before ?? `steer_${++this.#ids}`;
      running.steers.set(request, id);
      this.#send(running, events.steerAccepted(id, running.id, request));
    } else if (!running.over) {
      this.#send(running, events.interruptAccepted(running.id));
      this.#end(running, "interrupted");
    }
  }

  #create(frame: CreateFrame): void {
    const request = frame.flint?.request_id;
    const known = this.#kept.get(request ?? "");
    if (known !== undefined) {
      this.#follow(known, frame.stream_id, -1);
      return;
    }
    const turn = nameOf(frame) ?? this.#turns.get(frame.previous_response_id ?? "") ?? "";
    this.running.set(frame.stream_id, newRunning({ turn, request, lane: frame.stream_id, previous: null }));
  }

  #resume({ response_id, starting_after = -1, stream_id }: ResumeFrame): void {
    const kept = this.#kept.get(response_id);
    if (kept === undefined) {
      this.#tell(errorFrame(new ApiError(404, "response_not_found", "gone"), stream_id));
      return;
    }
    this.#follow(kept, stream_id, starting_after);
  }

  /** Has the response go on on this lane, and what follows it. */
  #follow(running: Running, lane: string | undefined, after: number): void {
    running.lane = lane;
    running.read = true;
    for (const event of running.events.slice(after + 1)) this.#tell(onLane(event, lane));
    if (!running.over) this.running.set(lane, running);
    else if (running.next !== null) this.#follow(running.next, lane, -1);
    else this.#goOn(running);
  }

  /** Begins what the steers of a response ask for that has ended with them. */
  #goOn(running: Running): void {
    if (running.steers.size === 0 || running.events.at(-1)?.type !== "response.incomplete") return;
    const { turn, lane, id } = running;
    running.next = newRunning({ turn, lane, request: undefined, previous: id });
    this.running.set(lane, running.next);
    this.begin(running.next);
  }

  #end(running: Running, how: "completed" | "interrupted" | "steered"): void {
    running.over = true;
    const response = responseObject(running.id ?? "", running.previous);
    if (how === "interrupted") running.steers.clear();
    this.#send(
      running,
      how === "completed"
        ? events.completed({ ...response, status: "completed" })
        : events.incomplete({ ...response, status: "incomplete", incomplete_details: { reason: how } }),
    );
    if (running.read) this.running.delete(running.lane);
  }

  #send(running: Running, event: Unnumbered<ResponseEvent>): void {
    const numbered = { ...event, sequence_number: running.events.length };
    if (!running.over || event.type !== "response.steer.accepted") running.events.push(numbered);
    if (running.read) this.#tell(onLane(numbered, running.lane));
  }

  #tell(frame: ServerFrame): void {
    const listener = this.#listener;
    // As over a network: in order, and never before the call that caused it has returned.
    queueMicrotask(() => {
      if (this.#listener === listener) listener?.message(JSON.stringify(frame));
    });
  }
}

function newRunning(begins: Pick<Running, "turn" | "lane" | "request" | "previous">): Running {
  return {
    ...begins,
    id: null,
    steers: new Map(),
    next: null,
    events: [],
    text: "",
    over: false,
    withdrawn: false,
    read: true,
  };
}

function onLane(event: ResponseEvent, lane: string | undefined): ResponseEvent {
  return lane === undefined ? event : { ...event, stream_id: lane };
}

/** Null for a request that goes on from another one. */
function nameOf({ input }: CreateFrame): string | null {
  const [first] = input;
  return first !== undefined && "content" in first && typeof first.content === "string"
    ? first.content
    : null;
}

/** A turn, and what a person should see of it. */
interface Asked {
  readonly name: string;
  readonly run: ResponseRun;
  readonly seen: TurnEvent[];
  result: TurnResult | null;
  /** How often it was told of an end. */
  ends: number;
  interrupted: boolean;
}

const step = fc.oneof(
  fc.record({ kind: fc.constant("ask") }),
  fc.record({ kind: fc.constant("drop"), keeps: fc.boolean() }),
  // What happens right before the connection is lost is not seen any more.
  fc.record({
    kind: fc.constant("drop"),
    keeps: fc.constant(true),
    unseen: fc.constantFrom("begin", "text", "finish"),
    turn: fc.nat(5),
  }),
  fc.record({
    kind: fc.constantFrom("begin", "text", "text", "finish", "steer", "interrupt"),
    turn: fc.nat(5),
  }),
);

async function settled(connection: Connection): Promise<void> {
  await connection.ready();
  await new Promise((resolve) => setImmediate(resolve));
}

test(
  "in any order of events and cuts, every turn ends once, with the text of its last response",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: "max" }), async (steps) => {
        const server = new Server();
        const limits = {
          ...CONNECTION_LIMITS,
          concurrentTurns: LANES,
          backoff: [0, 0] as const,
          restarts: 1_000,
          resumes: 10,
          grace: 1_000,
        };
        const endpoint = { http: "http://memory/v1", socket: "ws://memory/v1" };
        const connection = new Connection({
          endpoint,
          apiKey: undefined,
          openSocket: server.openSocket,
          limits,
        });
        const context = {
          connection,
          ledger: new ChainLedger({ chainResponses: 100, chainLength: 100_000 }),
          limits,
        };
        const turns: Asked[] = [];
        let letters = 0;

        const ask = (): void => {
          const name = `turn ${turns.length}`;
          const seen: TurnEvent[] = [];
          const run = new ResponseRun(
            context,
            {
              fields: {},
              input: [{ role: "user", content: name }],
              previousResponseId: () => null,
              repeatable: true,
            },
            {
              event: (event) => {
                seen.push(event);
                return null;
              },
              ended: (result) => {
                asked.result = result;
                asked.ends++;
              },
              failed: () => {
                asked.ends++;
              },
            },
          );
          const asked: Asked = { name, run, seen, result: null, ends: 0, interrupted: false };
          turns.push(asked);
          run.begin();
        };

        const act = (kind: string, turn: Asked): void => {
          const running = server.of(turn.name);
          if (kind === "interrupt" && turn.ends === 0) {
            turn.interrupted = true;
            turn.run.interrupt();
          } else if (kind === "steer") turn.run.steer("more").catch(() => {});
          if (running === undefined) return;
          if (kind === "begin" && running.id === null) server.begin(running);
          if (running.id === null || running.over) return;
          // Each letter is another one, so that none is lost or doubled unseen.
          if (kind === "text") server.text(running, String.fromCodePoint(0x100 + letters++));
          else if (kind === "finish") server.finish(running);
        };

        for (const { kind, ...which } of steps) {
          const turn = "turn" in which ? turns[which.turn % turns.length] : undefined;
          if (kind === "ask" && turns.length < 6) ask();
          else if (kind === "drop") {
            if ("unseen" in which && turn !== undefined) act(which.unseen, turn);
            server.drop("keeps" in which && which.keeps);
          } else if (turn !== undefined) act(kind, turn);
          await settled(connection);
        }
        const unsettled = (): boolean => server.running.size > 0 || turns.some(({ ends }) => ends === 0);
        for (let round = 0; round < 100 && unsettled() && server.faults.length === 0; round++) {
          for (const running of [...server.running.values()]) {
            const turn = turns.find(({ name }) => name === running.turn);
            if (turn === undefined) continue;
            act("begin", turn);
            act("finish", turn);
          }
          await settled(connection);
        }
        await settled(connection);
        connection.close();

        for (const turn of turns) {
          expect(turn.ends).toBe(1);
          expect(turn.result).toMatchObject({ status: turn.interrupted ? "interrupted" : "completed" });
          const { text = "", responseId } = turn.result ?? {};
          const whole = server.texts.get(responseId ?? "") ?? "";
          expect(turn.interrupted ? whole.slice(0, text.length) : whole).toBe(text);
          // The events tell the same: the text after the last restart.
          const begun = turn.seen.findLastIndex(({ type }) => type === "restart");
          const told = turn.seen.slice(begun + 1).map((event) => (event.type === "text" ? event.text : ""));
          expect(told.join("")).toBe(text);
        }
        expect(server.running.size).toBe(0);
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * 400,
);
