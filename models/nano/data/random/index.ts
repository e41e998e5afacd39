export { hash, Random } from "./random.ts";
