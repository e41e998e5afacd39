export { Seal } from "./seal.ts";
