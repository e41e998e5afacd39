/** Splits text before merging: digits one by one, then like GPT-2. Equals llama.cpp's pre-tokenizer `starcoder`. */
const WORDS = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

export function cutIntoPieces(text: string): string[] {
  const pieces: string[] = [];
  let last = 0;
  const cut = (part: string): void => {
    if (part === "") return;
    for (const match of part.matchAll(WORDS)) pieces.push(match[0]);
  };
  for (const digit of text.matchAll(/\p{N}/gu)) {
    cut(text.slice(last, digit.index));
    pieces.push(digit[0]);
    last = digit.index + digit[0].length;
  }
  cut(text.slice(last));
  return pieces;
}

/** GPT-2's visible character for every byte. */
export const BYTE_CHARACTERS: readonly string[] = byteCharacters();
export const BYTE_OF: ReadonlyMap<string, number> = new Map(
  BYTE_CHARACTERS.map((character, byte) => [character, byte]),
);

export function toByteCharacters(piece: string): string[] {
  return Array.from(Buffer.from(piece, "utf8"), (byte) => BYTE_CHARACTERS[byte] as string);
}

function byteCharacters(): string[] {
  const isVisible = (byte: number) =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(isVisible(byte) ? byte : next++));
}
