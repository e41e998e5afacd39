import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { systemCode } from "../error/index.ts";

/** Identifies the file of a partial download; it must match the server's to resume. */
export interface PartIdentity {
  /** The server's strong ETag. */
  readonly etag: string | null;
  /** Expected SHA-256 of the complete file. */
  readonly sha256: string | null;
}

/** A partial download: `PATH.part` holds the bytes, `PATH.part.json` their identity. */
export class Part {
  readonly path: string;
  readonly #identityPath: string;

  constructor(target: string) {
    this.path = `${target}.part`;
    this.#identityPath = `${target}.part.json`;
  }

  /** Resolves to the number of bytes downloaded of this very file; 0 if none, or if of another. */
  async downloaded(sha256: string | null): Promise<{ bytes: number; etag: string | null }> {
    const identity = await this.#identity();
    if (identity === null) return { bytes: 0, etag: null };
    const sameFile = sha256 === null ? identity.etag !== null : identity.sha256 === sha256;
    return { bytes: sameFile ? await sizeOf(this.path) : 0, etag: identity.etag };
  }

  async remember(identity: PartIdentity): Promise<void> {
    await writeFile(this.#identityPath, JSON.stringify(identity));
  }

  async discard(): Promise<void> {
    await rm(this.path, { force: true });
    await this.forget();
  }

  /** Removes the identity, after the bytes were renamed to their final place. */
  async forget(): Promise<void> {
    await rm(this.#identityPath, { force: true });
  }

  async #identity(): Promise<PartIdentity | null> {
    try {
      const { etag, sha256 } = JSON.parse(await readFile(this.#identityPath, "utf8"));
      return {
        etag: typeof etag === "string" ? etag : null,
        sha256: typeof sha256 === "string" ? sha256 : null,
      };
    } catch (error) {
      if (systemCode(error) === "ENOENT" || error instanceof SyntaxError) return null;
      throw error;
    }
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return 0;
    throw error;
  }
}
