/** Up to 16 characters of a word, up to 16 of white space, or one other character. */
const TOKEN = /[\p{L}\p{N}_]{1,16}|\s{1,16}|[^\p{L}\p{N}_\s]/gu;

/** Splits a text into tokens, whose concatenation is the text. */
export function tokenize(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Counts the tokens of {@link tokenize} without creating them. */
export function countTokens(text: string): number {
  let count = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.test(text)) count += 1;
  return count;
}
