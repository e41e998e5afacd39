/** Shortening of conversations, and their conversion to what models read afterwards. */
export { type AnsweringThread, compactingThread } from "./compacting-thread.ts";
export { keptMessages } from "./kept-messages.ts";
export {
  asksForCompaction,
  itemsOf,
  type ReadContext,
  readableTip,
  summaryOf,
  UnreadableCompaction,
} from "./readable.ts";
