export { LONGEST_SESSION } from "./ledger.ts";
export { Price, type Prices } from "./prices.ts";
export { UsageBook } from "./usage-book.ts";
