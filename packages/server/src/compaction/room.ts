/** Bytes that a token of code or prose has at least, as a rule. */
const TOKEN_BYTES = 3;

/**
 * Tokens of each thing that a compaction leaves, the summary and the messages beside it: a quarter of the model's context,
 * so that there is room for instructions, tools and an answer after them.
 */
export function roomIn(contextLength: number): number {
  return Math.ceil(contextLength / 4);
}

/** As {@link roomIn}, in bytes of text. */
export function bytesIn(contextLength: number): number {
  return roomIn(contextLength) * TOKEN_BYTES;
}
