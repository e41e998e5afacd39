export { Departure } from "./departure.ts";
export { WriteTick } from "./write-tick.ts";
