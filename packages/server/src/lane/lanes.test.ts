import { setImmediate as nextTurn } from "node:timers/promises";
import { ApiError } from "@flint/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { RequestBytes } from "../request-bytes.ts";
import { Lanes } from "./lanes.ts";

interface Job {
  readonly lane: string | undefined;
  end(): void;
}

const bytes = (most: number) => new RequestBytes({ limit: () => most, where: "here", within: null });

/** Lanes whose jobs end when the test says so. */
function openLanes(concurrency: number, queuedPerLane = 100, names = 10) {
  const started: (Job & { n: number })[] = [];
  const running: Job[] = [];
  const waited: number[] = [];
  let idles = 0;
  let submitted = 0;
  const requestBytes = bytes(100);
  const lanes = new Lanes({ concurrency, queuedPerLane, names, requestBytes, onIdle: () => idles++ });
  return {
    lanes,
    started,
    running,
    waited,
    idles: () => idles,
    requestBytes,
    submit(lane: string | undefined, bytes = 0) {
      const n = submitted++;
      lanes.submit(lane, {
        bytes,
        waits: () => waited.push(n),
        run: () =>
          new Promise((resolve) => {
            const job = {
              n,
              lane,
              end() {
                running.splice(running.indexOf(job), 1);
                resolve();
              },
            };
            running.push(job);
            started.push(job);
          }),
      });
    },
  };
}

it("with no queue one job still runs, and a refused job uses up no lane name", () => {
  const none = openLanes(2, 0, 1);
  none.submit("a");
  expect(none.running).toHaveLength(1);
  expect(() => none.submit("a")).toThrow(ApiError);
  const { submit, running } = openLanes(2, 100, 1);
  expect(() => submit("a", 101)).toThrow("MiB");
  submit("b", 1);
  expect(running.map(({ lane }) => lane)).toEqual(["b"]);
});

it("starts a job at once if its lane and a place are free", () => {
  const { submit, running } = openLanes(2);
  submit(undefined);
  submit("a");
  expect(running.map(({ lane }) => lane)).toEqual([undefined, "a"]);
});

it("tells only the job at the head of its lane that it waits for a place", async () => {
  const { submit, running, waited } = openLanes(1);
  submit("a");
  submit("a");
  submit("b");
  expect(waited).toEqual([2]);
  running[0]?.end();
  await nextTurn();
  expect(running.map(({ lane }) => lane)).toEqual(["b"]);
  expect(waited).toEqual([2, 1]);
});

it("does not tell a job that waits behind another on its lane", async () => {
  const { submit, running, started, waited } = openLanes(1);
  for (let job = 0; job < 3; job++) submit("a");
  running[0]?.end();
  await nextTurn();
  expect(started).toHaveLength(2);
  expect(waited).toEqual([]);
});

it("refuses a lane name over the limit, and a waiting job over the limit", () => {
  const { submit } = openLanes(1, 1, 1);
  // The lane without a name is none of them.
  submit(undefined);
  submit("a");
  expect(() => submit("a")).toThrow(ApiError);
  expect(() => submit("b")).toThrow(/all 1 of its lane names/);
});

it("refuses a job whose bytes do not fit beside waiting and running ones, until one ends", async () => {
  const { submit, running, lanes, requestBytes } = openLanes(1);
  submit("a", 40);
  submit("a", 60);
  expect(() => submit("b", 1)).toThrow(/wait or run/);
  running[0]?.end();
  await nextTurn();
  submit("b", 40);
  expect(requestBytes.total).toBe(100);
  lanes.clear();
  expect(requestBytes.total).toBe(60);
  running[0]?.end();
  await nextTurn();
  expect(requestBytes.total).toBe(0);
});

it("tells each waiting job once that it is dropped, and no running ones", () => {
  const lanes = new Lanes({ concurrency: 1, queuedPerLane: 4, names: 4, requestBytes: bytes(0) });
  const dropped: string[] = [];
  for (const name of ["runs", "waits behind it", "waits for a place"]) {
    const job = { bytes: 0, run: () => new Promise<void>(() => {}), drop: () => dropped.push(name) };
    lanes.submit(name === "waits for a place" ? "b" : "a", job);
  }
  lanes.clear();
  lanes.clear();
  expect(dropped).toEqual(["waits behind it", "waits for a place"]);
});

it("drops waiting jobs when cleared, and runs those that come after", async () => {
  const { submit, lanes, running, started, idles } = openLanes(1);
  for (const lane of ["a", "a", "b"]) submit(lane);
  lanes.clear();
  running[0]?.end();
  await nextTurn();
  expect(started).toHaveLength(1);
  expect(lanes.idle).toBe(true);
  expect(idles()).toBe(1);
  for (const lane of ["b", "a"]) submit(lane);
  running[0]?.end();
  await nextTurn();
  expect(started.map(({ lane }) => lane)).toEqual(["a", "b", "a"]);
});

it("runs each lane in order, one job at a time, within the limit, and leaves no place idle", async () => {
  const step = fc.oneof(
    fc.record({ lane: fc.constantFrom(undefined, "a", "b", "c") }),
    fc.record({ end: fc.nat({ max: 9 }) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(step, { maxLength: 40 }),
      async (concurrency, steps) => {
        const { submit, running, started, lanes } = openLanes(concurrency);
        const waiting = new Map<string | undefined, number>();
        const check = () => {
          expect(running.length).toBeLessThanOrEqual(concurrency);
          const busy = running.map(({ lane }) => lane);
          expect(new Set(busy).size).toBe(busy.length);
          const startable = [...waiting].filter(
            ([lane, jobs]) => jobs > startedOn(lane) && !busy.includes(lane),
          );
          if (running.length < concurrency) expect(startable).toEqual([]);
        };
        const startedOn = (lane: string | undefined) => started.filter((job) => job.lane === lane).length;
        for (const step of steps) {
          if ("lane" in step) {
            submit(step.lane);
            waiting.set(step.lane, (waiting.get(step.lane) ?? 0) + 1);
          } else {
            running[step.end % Math.max(1, running.length)]?.end();
            await nextTurn();
          }
          check();
        }
        while (running.length > 0) {
          running[0]?.end();
          await nextTurn();
          check();
        }
        expect(lanes.idle).toBe(true);
        for (const lane of waiting.keys()) {
          const order = started.filter((job) => job.lane === lane).map(({ n }) => n);
          expect(order).toEqual([...order].sort((a, b) => a - b));
          expect(order).toHaveLength(waiting.get(lane) ?? 0);
        }
      },
    ),
  );
});
