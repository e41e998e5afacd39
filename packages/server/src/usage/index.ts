export { Price, type Prices } from "./prices.ts";
export { UsageBook } from "./usage-book.ts";
