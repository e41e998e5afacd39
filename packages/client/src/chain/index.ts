export { ChainLedger, type ChainLink, type Continuation } from "./chain.ts";
