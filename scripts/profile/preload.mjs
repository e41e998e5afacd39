// Loaded first into every process of a benchmark that is profiled (NODE_OPTIONS=--import=…): takes a CPU profile, or a
// profile of what is allocated, and writes it when the process ends. Node's own --heap-prof tells only of what is still
// in memory then: what a server allocates and lets go is what its garbage collector works for.
import { mkdirSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { isMainThread } from "node:worker_threads";

/** Microseconds between two samples of the stack. */
const CPU_INTERVAL = 250;
/** Bytes between two samples of allocations, on average. */
const HEAP_INTERVAL = 16 * 1024;

const { FLINT_PROFILE: kind, FLINT_PROFILE_FOLDER: folder } = process.env;
if (isMainThread && folder !== undefined) profile(kind, folder);

function profile(kind, folder) {
  const session = new Session();
  session.connect();
  if (kind === "cpu") {
    post(session, "Profiler.enable");
    post(session, "Profiler.setSamplingInterval", { interval: CPU_INTERVAL });
    post(session, "Profiler.start");
  } else {
    post(session, "HeapProfiler.enable");
    post(session, "HeapProfiler.startSampling", {
      samplingInterval: HEAP_INTERVAL,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    });
  }
  process.once("exit", () => {
    const { profile } = post(session, kind === "cpu" ? "Profiler.stop" : "HeapProfiler.stopSampling");
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${nameOf()}.${process.pid}.${kind}profile`, JSON.stringify(profile));
  });
}

/** A session of its own process answers before `post` returns. */
function post(session, method, params) {
  let answer;
  session.post(method, params, (error, result) => {
    if (error) throw new Error(`${method}: ${error.message}`);
    answer = result;
  });
  return answer;
}

/** Of what the process runs: the file and its folder. */
function nameOf() {
  const parts = (process.argv[1] ?? "node").split(/[\\/]/).slice(-2);
  return parts.join("-").replace(/\.[cm]?js$/, "");
}
