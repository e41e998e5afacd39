/** Conversations made short, and what models read of them afterwards. */
export { type AnsweringThread, compactingThread } from "./compacting-thread.ts";
export { keptMessages } from "./kept-messages.ts";
export {
  asksForCompaction,
  itemsOf,
  type Reading,
  readableTip,
  summaryOf,
  UnreadableCompaction,
} from "./readable.ts";
