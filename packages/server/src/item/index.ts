export { type Emit, ItemWriter } from "./item-writer.ts";
export type { ItemBurst } from "./open-item.ts";
