import { setImmediate as nextTurn } from "node:timers/promises";
import type { PromptText } from "../../prompt/index.ts";
import type { Tokenizer } from "./transcript.ts";

/** Characters tokenized at a time, in some tens of milliseconds. */
const AT_ONCE = 32 * 1024;

/**
 * Counts a prompt's tokens. Splits long text at line ends to keep other answers running; each split may change the count
 * by a token.
 */
export async function countTokens(prompt: PromptText, tokenizer: Tokenizer): Promise<number> {
  let count = 0;
  let atOnce = 0;
  for (const { text, special } of prompt) {
    for (const piece of pieces(text)) {
      if (atOnce + piece.length > AT_ONCE && atOnce > 0) {
        await nextTurn();
        atOnce = 0;
      }
      atOnce += piece.length;
      const tokens = tokenizer.tokenize(piece, special, count > 0);
      if (count === 0 && tokenizer.bos !== null && tokens[0] !== tokenizer.bos) count += 1;
      count += tokens.length;
    }
  }
  return count;
}

/** Yields pieces of whole lines; an overlong line is split. */
function* pieces(text: string): Generator<string> {
  let start = 0;
  while (text.length - start > AT_ONCE) {
    const line = text.lastIndexOf("\n", start + AT_ONCE - 1);
    const end = line >= start ? line + 1 : wholeCharacters(text, start + AT_ONCE);
    yield text.slice(start, end);
    start = end;
  }
  if (start < text.length) yield text.slice(start);
}

/** Returns the place, or the one before it if it is within a surrogate pair. */
function wholeCharacters(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place;
}
