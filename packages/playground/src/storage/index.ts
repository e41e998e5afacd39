export { browserStorage } from "./browser-storage.ts";
export { type Draft, type Kept, type Saved, type Selected, TabStorage } from "./saved.ts";
