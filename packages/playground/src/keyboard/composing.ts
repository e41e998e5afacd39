/** The `keyCode` of a key that an input method consumes. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Whether a key belongs to an input method's composition. Safari ends the composition before it reports the Enter
 * that confirms it, which only the `keyCode` shows.
 */
export function isComposing(event: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
}
