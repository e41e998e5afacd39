export type { Join } from "./event-log.ts";
export { refusedRequest } from "./failure.ts";
export { LiveTurn, type TurnControls } from "./live-turn.ts";
export { ResponseRun } from "./response-run.ts";
export type { RunContext, RunListener, RunRequest, TurnTrace } from "./run-request.ts";
export type { Acknowledgement, Turn } from "./turn.ts";
export { joinTurnEvents, type TurnEvent } from "./turn-event.ts";
export type { TurnResult, TurnStatus } from "./turn-result.ts";
export { joinTimings, type TurnTimings } from "./turn-timings.ts";
