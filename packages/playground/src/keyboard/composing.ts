/** What browsers give for a key that an input method takes. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Whether a key belongs to text that is being composed. Safari ends the composition before it tells of the Enter that
 * confirms it, and says so by the key's code alone.
 */
export function isComposing(event: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
}
