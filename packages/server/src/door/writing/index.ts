export { Allowance } from "./allowance.ts";
export { Departure } from "./departure.ts";
