export { LatencyView } from "./latency-view.ts";
export { measuredTurn, type Way } from "./measured-turn.ts";
