export { browserStorage } from "./browser-storage.ts";
export { type Draft, type Saved, TabStorage } from "./saved.ts";
