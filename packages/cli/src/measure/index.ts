export { bytes, count, duration } from "./measure.ts";
