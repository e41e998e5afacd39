export { ItemWriter } from "./item-writer.ts";
export type { Emit, ItemBurst } from "./open-item.ts";
