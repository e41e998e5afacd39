import {
  type ClientFrame,
  type CreateFrame,
  events,
  type ResponseEvent,
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
  readonly lane: string | undefined;
  id: string | null;
  previous: string | null;
  steers: number;
}

/** A correct server, in memory: what it answers and when is up to the test. */
class Server {
  readonly running = new Map<string | undefined, Running>();
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
    return [...this.running.values()].find((running) => running.turn === turn);
  }

  begin(running: Running): void {
    running.id = `resp_${++this.#ids}`;
    running.steers = 0;
    this.#send(running, events.created(responseObject(running.id, running.previous)));
  }

  text(running: Running, text: string): void {
    this.#send(running, events.outputTextDelta(`msg_${running.id}`, 0, 0, text));
  }

  /** Ends the response, and begins the next where a steer waits. */
  finish(running: Running): void {
    if (running.steers === 0) {
      this.#end(running, "completed");
      return;
    }
    this.#terminal(running, "steered");
    running.previous = running.id;
    this.begin(running);
  }

  drop(): void {
    this.running.clear();
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
        turn: nameOf(frame),
        lane: frame.stream_id,
        id: null,
        previous: null,
        steers: 0,
      });
      return;
    }
    const target = frame.type === "response.steer" ? frame.previous_response_id : frame.response_id;
    const running = [...this.running.values()].find(({ id }) => id === target);
    if (running?.id == null) return;
    if (frame.type === "response.steer") {
      running.steers++;
      this.#send(running, events.steerAccepted(`steer_${++this.#ids}`, running.id));
    } else {
      this.#send(running, events.interruptAccepted(running.id));
      this.#end(running, "interrupted");
    }
  }

  #end(running: Running, how: "completed" | "interrupted"): void {
    this.running.delete(running.lane);
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

  #send({ lane }: Running, event: Unnumbered<ResponseEvent>): void {
    const listener = this.#listener;
    // As over a network: in order, and never before the call that caused it has returned.
    queueMicrotask(() => {
      if (this.#listener === listener)
        listener?.message(JSON.stringify({ ...event, sequence_number: 0, stream_id: lane }));
    });
  }
}

function nameOf({ input }: CreateFrame): string {
  const [first] = input;
  return first !== undefined && "content" in first && typeof first.content === "string" ? first.content : "";
}

/** A turn, and what a person should see of it. */
interface Asked {
  readonly name: string;
  readonly run: ResponseRun;
  readonly seen: TurnEvent[];
  result: TurnResult | null;
  /** How often it was told of an end. */
  ends: number;
  /** What its text should be. */
  text: string;
  interrupted: boolean;
}

const step = fc.oneof(
  fc.record({ kind: fc.constant("ask") }),
  fc.record({ kind: fc.constant("drop") }),
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
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const server = new Server();
      const limits = {
        ...CONNECTION_LIMITS,
        concurrentTurns: LANES,
        backoff: [0, 0] as const,
        restarts: 1_000,
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
        const asked: Asked = { name, run, seen, result: null, ends: 0, text: "", interrupted: false };
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
        if (kind === "text") {
          if (!turn.interrupted) turn.text += "x";
          server.text(running, "x");
        } else if (kind === "finish") {
          if (running.steers > 0 && !turn.interrupted) turn.text = "";
          server.finish(running);
        }
      };

      for (const { kind, ...which } of steps) {
        const turn = "turn" in which ? turns[which.turn] : undefined;
        if (kind === "ask" && turns.length < 6) ask();
        else if (kind === "drop") {
          server.drop();
          for (const each of turns) if (each.ends === 0) each.text = "";
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
        expect(turn.result).toMatchObject({
          status: turn.interrupted ? "interrupted" : "completed",
          text: turn.text,
        });
        // The events tell the same: the text after the last restart.
        const begun = turn.seen.findLastIndex(({ type }) => type === "restart");
        const told = turn.seen.slice(begun + 1).map((event) => (event.type === "text" ? event.text : ""));
        expect(told.join("")).toBe(turn.text);
      }
      expect(server.running.size).toBe(0);
    }),
    { numRuns: 200 },
  );
});
