import type { Token } from "./binding.ts";

/** Text that never merges with its neighbours into a token. */
const BREAK = "\n";

type Tokenize = (text: string, special: boolean) => readonly Token[];

/**
 * Creates a tokenizer for text that continues other text. SentencePiece models add a space before any text, as if it
 * were a beginning, except after a line break.
 */
export function continuationTokenizer(tokenize: Tokenize): Tokenize {
  let head: readonly Token[] | null = null;
  return (text, special) => {
    head ??= tokenize(BREAK, false);
    // A break is one token; two tokens mean that a space was added before it.
    if (head.length === 1 || text === "") return tokenize(text, special);
    const tokens = tokenize(`${BREAK}${text}`, special);
    const isWhole = head.every((token, index) => tokens[index] === token);
    return isWhole ? tokens.slice(head.length) : tokenize(text, special);
  };
}
