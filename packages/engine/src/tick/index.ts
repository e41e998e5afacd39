export { type Held, Tick, type Waits } from "./tick.ts";
