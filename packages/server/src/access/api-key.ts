import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

const KEY = /^flint_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
const ID_LENGTH = 12;

/** A new key, including its text. The server stores only the digest. */
export interface MadeKey {
  /** Not secret: it is part of the key and appears in lists and logs. */
  readonly id: string;
  /** The key that a client sends: `flint_ID_SECRET`. The prefix sets it apart from other secrets. */
  readonly text: string;
  readonly digest: string;
}

/**
 * Creates a key. Its secret is 32 random bytes: plain SHA-256 suffices, as slow hashes are for secrets that can be
 * guessed.
 */
export function makeKey(): MadeKey {
  const id = Array.from({ length: ID_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  const text = `flint_${id}_${randomBytes(32).toString("base64url")}`;
  return { id, text, digest: digestOf(text) };
}

/** Returns the id in a key's text; null if the text is not a Flint key. */
export function idOf(text: string): string | null {
  return KEY.exec(text)?.[1] ?? null;
}

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** Compares two digests in constant time. */
export function isSameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
