import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { ROOT } from "../docs/documents.ts";

interface Sums {
  readonly total: number;
  readonly functions: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
}

interface Summary {
  cpuSums(profile: object): Sums;
  heapSums(profile: object): Sums;
  summaryOf(sums: Sums, unit: (value: number) => string, count: number): string[];
}

const frame = (functionName: string, url = "", lineNumber = 0) => ({ functionName, url, lineNumber });
const write = frame("write", "file:///home/me/flint/packages/server/dist/index.js", 41);
const send = frame("send", "file:///home/me/flint/node_modules/ws/lib/sender.js", 9);

async function load(): Promise<Summary> {
  return import(pathToFileURL(`${ROOT}scripts/profile/summary.mjs`).href);
}

it("sums up a CPU profile by function and by package, without idle time", async () => {
  const { cpuSums } = await load();
  const nodes = [write, send, frame("(idle)"), frame("(garbage collector)")];
  const sums = cpuSums({
    nodes: nodes.map((callFrame, id) => ({ id, callFrame })),
    samples: [0, 1, 2, 3, 0],
    timeDeltas: [5, 10, 20, 1_000, 30],
  });
  expect(sums.total).toBe(60);
  expect(Object.fromEntries(sums.functions)).toEqual({
    "write packages/server/dist/index.js:42": 10,
    "send node_modules/ws/lib/sender.js:10": 20,
    "(garbage collector)": 30,
  });
  expect(Object.fromEntries(sums.places)).toEqual({
    "packages/server/dist/index.js": 10,
    ws: 20,
    "(garbage collector)": 30,
  });
});

it("sums up a heap profile by function and by package, whatever the call stack", async () => {
  const { heapSums, summaryOf } = await load();
  const leaf = (callFrame: object, selfSize: number) => ({ callFrame, selfSize, children: [] });
  const sums = heapSums({
    head: {
      callFrame: frame("(root)"),
      selfSize: 0,
      children: [leaf(write, 100), leaf(send, 200), leaf(write, 300)],
    },
  });
  expect(sums.total).toBe(600);
  expect(summaryOf(sums, (value) => `${value} B`, 1)).toEqual([
    "  by function",
    "     66.7 %       400 B  write packages/server/dist/index.js:42",
    "  by package or file",
    "     66.7 %       400 B  packages/server/dist/index.js",
  ]);
});
