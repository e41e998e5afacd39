/** A word's stretch of up to 16 characters, a stretch of white space, or one other character. */
const TOKEN = /[\p{L}\p{N}_]{1,16}|\s{1,16}|[^\p{L}\p{N}_\s]/gu;

/** The tokens of a text, in order. Together they are the text. */
export function tokenize(text: string): string[] {
  return text.match(TOKEN) ?? [];
}
