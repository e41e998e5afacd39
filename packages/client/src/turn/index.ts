export type { Acknowledgement, Turn } from "./turn.ts";
export type { TurnEvent } from "./turn-event.ts";
export type { TurnResult, TurnStatus } from "./turn-result.ts";
export type { TurnTimings } from "./turn-timings.ts";
