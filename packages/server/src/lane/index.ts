export { type LaneJob, Lanes, type LanesOptions } from "./lanes.ts";
