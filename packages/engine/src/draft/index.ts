export { BatchCosts, type CostTable, DRAFT_SIZES } from "./batch-costs.ts";
export { BatchNoise } from "./batch-noise.ts";
export { CodeSource } from "./code-source.ts";
export type { DraftTerms } from "./draft-pace.ts";
export { Drafts } from "./drafts.ts";
export { EarlierTextSource } from "./earlier-text-source.ts";
export type { DraftSource } from "./source.ts";
