export { allAtOnce, awaitCall, makeAsync, missingAwait, removeAsync, thenToAwait } from "./awaits.ts";
export { awaitInLoop, thenChainToAwait } from "./composed.ts";
