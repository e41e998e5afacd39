/** Conversations made short, and what models read of them afterwards. */
export { type AnsweringThread, compactingThread } from "./compacting-thread.ts";
export { openSummary } from "./content.ts";
export { keptMessages } from "./kept-messages.ts";
export { asksForCompaction, itemsOf, readableTip } from "./readable.ts";
