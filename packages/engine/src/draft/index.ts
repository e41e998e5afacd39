export { type AlignerOptions, DraftAligner } from "./aligner.ts";
export { BatchCosts, DraftPace } from "./draft-pace.ts";
