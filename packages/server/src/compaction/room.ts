/** Minimum number of bytes in a token of code or prose, as a rule. */
const TOKEN_BYTES = 3;

/**
 * Returns the maximum tokens for each of the two parts of a compaction, the summary and the kept messages: a quarter of
 * the model's context, which leaves room for instructions, tools and an answer.
 */
export function roomIn(contextLength: number): number {
  return Math.ceil(contextLength / 4);
}

/** Returns the same as {@link roomIn}, in bytes of text. */
export function bytesIn(contextLength: number): number {
  return roomIn(contextLength) * TOKEN_BYTES;
}
