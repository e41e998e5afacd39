export { type Emit, ItemWriter } from "./item-writer.ts";
