export { traceContextOf } from "./trace-context.ts";
export { TurnTrace } from "./turn-trace.ts";
