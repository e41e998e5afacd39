/** UTF-16 units of an instruction. A longer one is refused as a whole, as half of it may say something else. */
const INSTRUCTION_LIMIT = 4_000;

/** What to tell the person of an instruction that is too long; null of one that is not. */
export function tooLong({ length }: string): string | null {
  if (length <= INSTRUCTION_LIMIT) return null;
  const [is, takes] = [length, INSTRUCTION_LIMIT].map((count) => count.toLocaleString("en"));
  return `That is ${is} characters, and an instruction may have ${takes}: put code into the editor, and say here what to do with it.`;
}
