import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Owner } from "../store/index.ts";

/** Kind of sealed content. Content of one kind cannot be used as another. */
export type SealedKind = "compaction" | "reasoning";

const VERSION = "flint2";
const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts content that clients keep for the server and can neither read, forge nor change: AES-256-GCM under the
 * server's key, bound to one user.
 */
export class Seal {
  readonly #key: Buffer;
  readonly #owner: Owner;

  private constructor(key: Buffer, owner: Owner) {
    this.#key = key;
    this.#owner = owner;
  }

  /** Returns the seal for requests without an API key. `secret` has at least 16 bytes and must be kept secret. */
  static fromSecret(secret: string | Uint8Array): Seal {
    const key = hkdfSync("sha256", secret, "", "flint sealed content", KEY_BYTES);
    return new Seal(Buffer.from(key), null);
  }

  /** Returns the seal of another user of the same server. */
  of(owner: Owner): Seal {
    return owner === this.#owner ? this : new Seal(this.#key, owner);
  }

  close(kind: SealedKind, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, nonce).setAAD(this.#associatedData(kind));
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
  }

  /** Decrypts content. Returns null if {@link close} did not create it with this key, user and kind. */
  open(kind: SealedKind, content: string): string | null {
    const [version, body, ...rest] = content.split(".");
    if (version !== VERSION || body === undefined || rest.length > 0) return null;
    const bytes = Buffer.from(body, "base64url");
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(ALGORITHM, this.#key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(this.#associatedData(kind)).setAuthTag(tag);
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    try {
      return Buffer.concat([text, decipher.final()]).toString("utf8");
    } catch {
      // Authentication failed: another key, user or kind, or altered content.
      return null;
    }
  }

  #associatedData(kind: SealedKind): Buffer {
    return Buffer.from(`${VERSION}\n${kind}\n${this.#owner ?? ""}`);
  }
}
