import type { Token } from "./binding.ts";

/** Text that no other is merged with. */
const BREAK = "\n";

type Tokenize = (text: string, special: boolean) => readonly Token[];

/**
 * Cuts text that goes on from other text: SentencePiece models put a space before whatever they are given, as if a text
 * began there. What stands behind a line break gets none.
 */
export function goingOn(tokenize: Tokenize): Tokenize {
  let head: readonly Token[] | null = null;
  return (text, special) => {
    head ??= tokenize(BREAK, false);
    // A break is a token: two are a space before it.
    if (head.length === 1 || text === "") return tokenize(text, special);
    const tokens = tokenize(`${BREAK}${text}`, special);
    const isWhole = head.every((token, index) => tokens[index] === token);
    return isWhole ? tokens.slice(head.length) : tokenize(text, special);
  };
}
