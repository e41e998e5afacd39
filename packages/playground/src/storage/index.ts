export { type Draft, type Saved, TabStorage } from "./saved.ts";
