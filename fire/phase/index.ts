export { Ledger } from "./ledger.ts";
export type { Counts, FireContext, Phase } from "./phase.ts";
