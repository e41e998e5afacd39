export { countExactly } from "./counter.ts";
