// Loaded into flint before its own code: records when each burst arrives on the socket, and when the text that shows
// it has been written to the terminal. Writes the record to the file named by PAINT_RECORD when the program ends.
import { writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { WebSocket } from "ws";

const END_OF_PAINT = "\x1b[?2026l";

const arrivals = [];
const paints = [];
const delays = [];
let waiting = [];
let atFirst = null;
let atLast = null;

const emit = WebSocket.prototype.emit;
WebSocket.prototype.emit = function (name, data, ...rest) {
  if (name === "message" && String(data).includes('"type":"response.output_text.delta"')) {
    const now = performance.now();
    arrivals.push(now);
    waiting.push(now);
    atFirst ??= usage();
    atLast = usage();
  }
  return emit.call(this, name, data, ...rest);
};

const write = process.stdout.write;
process.stdout.write = function (text, ...rest) {
  const shown = waiting;
  const isPaint = typeof text === "string" && text.endsWith(END_OF_PAINT);
  if (isPaint) waiting = [];
  // Writes to a terminal are synchronous.
  const result = write.call(this, text, ...rest);
  if (isPaint && shown.length > 0) {
    const now = performance.now();
    paints.push(now);
    for (const at of shown) delays.push(now - at);
  }
  return result;
};

process.once("exit", () => {
  const busy =
    atFirst === null ? null : performance.eventLoopUtilization(atLast.loop, atFirst.loop).utilization;
  const cpu = atFirst === null ? null : process.cpuUsage(atFirst.cpu);
  writeFileSync(
    process.env.PAINT_RECORD,
    JSON.stringify({ delays, paints, arrivals: arrivals.length, busy, cpu }),
  );
});

function usage() {
  return { loop: performance.eventLoopUtilization(), cpu: process.cpuUsage() };
}
