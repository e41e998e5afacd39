// Summarises profiles by function, and by package or file.

/** @typedef {{ functionName: string, url: string, lineNumber: number }} Frame */
/** @typedef {{ id: number, callFrame: Frame }} CpuNode */
/** @typedef {{ nodes: readonly CpuNode[], samples: readonly number[], timeDeltas: readonly number[] }} CpuProfile */
/** @typedef {{ callFrame: Frame, selfSize: number, children: readonly HeapNode[] }} HeapNode */
/** @typedef {{ total: number, functions: ReadonlyMap<string, number>, places: ReadonlyMap<string, number> }} Sums */

const IDLE = "(idle)";

/**
 * Sums the microseconds of work by place.
 * @param {CpuProfile} profile
 * @returns {Sums}
 */
export function cpuSums({ nodes, samples, timeDeltas }) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const sums = new Sum();
  for (const [at, id] of samples.entries()) {
    const frame = frames.get(id);
    // The time until the next sample counts for this one.
    const time = timeDeltas[at + 1] ?? 0;
    if (frame !== undefined && frame.functionName !== IDLE) sums.add(frame, time);
  }
  return sums;
}

/**
 * Sums the allocated bytes by place, including garbage.
 * @param {{ head: HeapNode }} profile
 * @returns {Sums}
 */
export function heapSums({ head }) {
  const sums = new Sum();
  const left = [head];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.selfSize > 0) sums.add(node.callFrame, node.selfSize);
    left.push(...node.children);
  }
  return sums;
}

/**
 * Returns the largest parts, as lines.
 * @param {Sums} sums
 * @param {(value: number) => string} unit
 * @param {number} count
 */
export function summaryOf({ total, functions, places }, unit, count) {
  const table = (parts) =>
    [...parts]
      .sort(([, one], [, other]) => other - one)
      .slice(0, count)
      .map(([name, value]) => `    ${share(value, total)}  ${unit(value).padStart(10)}  ${name}`);
  return ["  by function", ...table(functions), "  by package or file", ...table(places)];
}

class Sum {
  total = 0;
  functions = new Map();
  places = new Map();

  add(frame, value) {
    const place = placeOf(frame);
    const { functionName, url, lineNumber } = frame;
    const line = url === "" ? "" : ` ${fileOf(url)}:${lineNumber + 1}`;
    this.total += value;
    grow(this.functions, `${functionName || "(anonymous)"}${line}`, value);
    grow(this.places, place, value);
  }
}

/** Returns an external package, a Node module, or a file of this repository. */
function placeOf({ functionName, url }) {
  if (url === "") return functionName.startsWith("(") ? functionName : "native code";
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? fileOf(url);
}

/** Returns the significant part of the path. */
function fileOf(url) {
  return url.startsWith("node:") ? url : url.split("/").slice(-4).join("/");
}

function grow(parts, name, value) {
  parts.set(name, (parts.get(name) ?? 0) + value);
}

function share(value, total) {
  return `${((100 * value) / Math.max(total, 1)).toFixed(1).padStart(5)} %`;
}
