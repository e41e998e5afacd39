/** The longest instruction, in UTF-16 units. A longer one is rejected: half of it might mean something else. */
const INSTRUCTION_LIMIT = 4_000;

/** Returns the error message for an instruction that is too long, or null. */
export function whyTooLong({ length }: string): string | null {
  if (length <= INSTRUCTION_LIMIT) return null;
  const [is, takes] = [length, INSTRUCTION_LIMIT].map((count) => count.toLocaleString("en"));
  return `That is ${is} characters, and an instruction may have ${takes}: put code into the editor, and say here what to do with it.`;
}
