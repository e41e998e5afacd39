import type { Token } from "../binding/index.ts";

const encoder = new TextEncoder();

/**
 * The bytes of control tokens by which answers are read: control tokens have none of their own. A tag that the
 * vocabulary does not have as one token is spelled out by the model, and reaches its reader as any text does.
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
