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

/** A response on a lane of the server. */
interface Running {
  readonly turn: string;
  lane: string | undefined;
  id: string | null;
  previous: string | null;
  steers: number;
  /** Whether it was taken up on another connection: it takes no steers then. */
  resumed: boolean;
  events: ResponseEvent[];
  text: string;
  over: boolean;
}

/** A correct server, in memory: what it answers and when is up to the test. */
class Server {
  readonly running = new Map<string | undefined, Running>();
  /** All text of each response. */
  readonly texts = new Map<string, string>();
  /** Whose each response is. */
  readonly #turns = new Map<string, string>();
  /** Responses that can be resumed, by their ids. */
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
    running.steers = 0;
    running.events = [];
    running.text = "";
    this.#send(running, events.created(responseObject(running.id, running.previous)));
  }

  text(running: Running, text: string): void {
    running.text += text;
    this.texts.set(running.id ?? "", running.text);
    this.#send(running, events.outputTextDelta(`msg_${running.id}`, 0, 0, text));
  }

  /** Ends the response, and begins the next where a steer waits. */
  finish(running: Running): void {
    if (running.steers === 0) {
      this.#end(running, "completed");
      return;
    }
    // Successors begin on the connection of the response that was steered alone.
    if (this.running.get(running.lane) !== running || running.resumed) {
      this.#end(running, "steered");
      return;
    }
    this.#terminal(running, "steered");
    running.previous = running.id;
    this.begin(running);
  }

  /** Cuts the connection. `keeps`: what ran goes on without it. */
  drop(keeps: boolean): void {
    for (const running of this.running.values()) {
      if (keeps && running.id !== null) this.#kept.set(running.id, running);
    }
    this.running.clear();
    if (!keeps) this.#kept.clear();
    const listener = this.#listener;
    this.#listener = null;
    listener?.ended({ kind: "closed", code: 1006, reason: "" });
  }

  #receive(frame: ClientFrame): void {
    if (frame.type === "response.create") {
      // One response at a time on each lane: the client waits for the end of what it stopped.
      expect(this.running.has(frame.stream_id)).toBe(false);
      expect(this.running.size).toBeLessThan(LANES);
      this.running.set(frame.stream_id, {
        turn: nameOf(frame) ?? this.#turns.get(frame.previous_response_id ?? "") ?? "",
        lane: frame.stream_id,
        id: null,
        previous: null,
        steers: 0,
        resumed: false,
        events: [],
        text: "",
        over: false,
      });
      return;
    }
    if (frame.type === "response.resume") {
      this.#resume(frame);
      return;
    }
    const target = frame.type === "response.steer" ? frame.previous_response_id : frame.response_id;
    const running = [...this.running.values()].find(({ id }) => id === target);
    if (running?.id == null || running.over) return;
    if (frame.type === "response.steer") {
      expect(running.resumed).toBe(false);
      running.steers++;
      this.#send(running, events.steerAccepted(`steer_${++this.#ids}`, running.id));
    } else {
      this.#send(running, events.interruptAccepted(running.id));
      this.#end(running, "interrupted");
    }
  }

  #resume({ response_id, starting_after = -1, stream_id }: ResumeFrame): void {
    expect(this.running.has(stream_id)).toBe(false);
    const kept = this.#kept.get(response_id);
    if (kept === undefined) {
      this.#tell(errorFrame(new ApiError(404, "response_not_found", "gone"), stream_id));
      return;
    }
    kept.lane = stream_id;
    kept.resumed = true;
    if (!kept.over) this.running.set(stream_id, kept);
    for (const event of kept.events.slice(starting_after + 1))
      this.#tell({ ...event, ...(stream_id === undefined ? {} : { stream_id }) });
  }

  #end(running: Running, how: "completed" | "interrupted" | "steered"): void {
    if (this.running.get(running.lane) === running) this.running.delete(running.lane);
    running.over = true;
    this.#terminal(running, how);
  }

  #terminal(running: Running, how: "completed" | "interrupted" | "steered"): void {
    const response = responseObject(running.id ?? "", running.previous);
    this.#send(
      running,
      how === "completed"
        ? events.completed({ ...response, status: "completed" })
        : events.incomplete({ ...response, status: "incomplete", incomplete_details: { reason: how } }),
    );
  }

  #send(running: Running, event: Unnumbered<ResponseEvent>): void {
    const numbered = { ...event, sequence_number: running.events.length };
    running.events.push(numbered);
    const isRead = this.running.get(running.lane) === running || !this.#kept.has(running.id ?? "");
    const lane = running.lane === undefined ? {} : { stream_id: running.lane };
    if (isRead || running.resumed) this.#tell({ ...numbered, ...lane });
  }

  #tell(frame: ServerFrame): void {
    const listener = this.#listener;
    // As over a network: in order, and never before the call that caused it has returned.
    queueMicrotask(() => {
      if (this.#listener === listener) listener?.message(JSON.stringify(frame));
    });
  }
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
  fc.record({
    kind: fc.constantFrom("begin", "text", "text", "finish", "steer", "interrupt"),
    turn: fc.nat(5),
  }),
);

async function settled(connection: Connection): Promise<void> {
  await connection.ready();
  await new Promise((resolve) => setImmediate(resolve));
}

test("whatever happens in whatever order, every turn ends once, with the text of its last response", async () => {
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
      const context = { connection, ledger: new ChainLedger(100), limits };
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
        if (running.id === null) return;
        // Each letter is another one, so that none is lost or doubled unseen.
        if (kind === "text") server.text(running, String.fromCodePoint(0x100 + letters++));
        else if (kind === "finish") server.finish(running);
      };

      for (const { kind, ...which } of steps) {
        const turn = "turn" in which ? turns[which.turn % turns.length] : undefined;
        if (kind === "ask" && turns.length < 6) ask();
        else if (kind === "drop") {
          server.drop("keeps" in which && which.keeps);
        } else if (turn !== undefined) act(kind, turn);
        await settled(connection);
      }
      const unsettled = (): boolean => server.running.size > 0 || turns.some(({ ends }) => ends === 0);
      for (let round = 0; round < 100 && unsettled(); round++) {
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
    { numRuns: 200 },
  );
});
