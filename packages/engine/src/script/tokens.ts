/** A word's stretch of up to 16 characters, a stretch of white space, or one other character. */
const TOKEN = /[\p{L}\p{N}_]{1,16}|\s{1,16}|[^\p{L}\p{N}_\s]/gu;

/** The tokens of a text, in order. Together they are the text. */
export function tokenize(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** As many as {@link tokenize} gives, without making them. */
export function countTokens(text: string): number {
  let count = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.test(text)) count += 1;
  return count;
}
