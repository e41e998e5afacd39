export type { ListedModel } from "./model-list.ts";
export { Target } from "./target.ts";
export { Targets } from "./targets.ts";
