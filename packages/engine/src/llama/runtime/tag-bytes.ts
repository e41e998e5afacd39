import type { Token } from "../binding/index.ts";

const encoder = new TextEncoder();

/**
 * Returns the bytes of control tokens that mark an answer's structure, as control tokens normally have none. A tag that
 * is not a single token is spelled out by the model, like any text.
 */
export function tagBytes(
  tags: readonly string[],
  tokenize: (tag: string) => readonly Token[],
): ReadonlyMap<Token, Uint8Array> {
  const bytes = new Map<Token, Uint8Array>();
  for (const tag of tags) {
    const [token, ...others] = tokenize(tag);
    if (token !== undefined && others.length === 0) bytes.set(token, encoder.encode(tag));
  }
  return bytes;
}
