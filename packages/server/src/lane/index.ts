export { type LaneJob, type LaneLoad, Lanes, type LanesOptions } from "./lanes.ts";
