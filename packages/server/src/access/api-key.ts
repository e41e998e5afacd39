import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

const KEY = /^flint_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
const ID_LENGTH = 12;

/** A key at the one moment at which its text is known. */
export interface MadeKey {
  /** Not secret: it stands in the key, in lists and in logs. */
  readonly id: string;
  /** What a client sends: `flint_ID_SECRET`, to be told from other secrets by its beginning. */
  readonly text: string;
  readonly digest: string;
}

/**
 * A new key. Its secret is 32 random bytes, so a plain SHA-256 of it is as hard to turn back as a slow hash would be:
 * slow hashes are for secrets that can be guessed.
 */
export function makeKey(): MadeKey {
  const id = Array.from({ length: ID_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  const text = `flint_${id}_${randomBytes(32).toString("base64url")}`;
  return { id, text, digest: digestOf(text) };
}

/** The id in a key's text; null for what is no key of Flint's. */
export function idOf(text: string): string | null {
  return KEY.exec(text)?.[1] ?? null;
}

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** Takes the same time wherever two digests differ. */
export function isSameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
