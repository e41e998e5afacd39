// Loaded first into every process of a profiled benchmark (NODE_OPTIONS=--import=…): records a CPU or allocation
// profile, and writes it when the process ends. Node's --heap-prof only covers memory still in use then, but
// temporary allocations are what a server's garbage collector works for.
import { mkdirSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { isMainThread } from "node:worker_threads";

/** Microseconds between two samples of the stack. */
const CPU_INTERVAL = 250;
/** Average number of bytes between two allocation samples. */
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

/** In a session of its own process, `post` calls back before it returns. */
function post(session, method, params) {
  let answer;
  session.post(method, params, (error, result) => {
    if (error) throw new Error(`${method}: ${error.message}`);
    answer = result;
  });
  return answer;
}

/** Returns the name of the process's script: its folder and file. */
function nameOf() {
  const parts = (process.argv[1] ?? "node").split(/[\\/]/).slice(-2);
  return parts.join("-").replace(/\.[cm]?js$/, "");
}
