export { Allowance } from "./allowance.ts";
export { Departure } from "./departure.ts";
export { WriteTick } from "./write-tick.ts";
