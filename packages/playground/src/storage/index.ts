export { browserStorage } from "./browser-storage.ts";
export { type Draft, type Kept, type Saved, TabStorage } from "./saved.ts";
