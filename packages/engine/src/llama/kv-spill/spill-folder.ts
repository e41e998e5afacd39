import { createHash } from "node:crypto";
import { chmod, open, readdir, rm, stat, utimes } from "node:fs/promises";
import { basename, join } from "node:path";
import { pid } from "node:process";
import { makeFolder, replaceFile } from "../../folder/index.ts";
import { commonLength } from "../common-length.ts";
import { checksumOf, tokensOf } from "./state-file.ts";

/** A saved state. */
export interface SavedState {
  readonly path: string;
  /** Hash of the user that it belongs to; "" for none. */
  readonly userHash: string;
  readonly tokens: Uint32Array;
  readonly bytes: number;
}

interface SavedFile {
  readonly path: string;
  readonly bytes: number;
  readonly used: number;
}

export interface SpillFolderOptions {
  readonly directory: string;
  /** Limit of all files in bytes; the least recently used are removed first. */
  readonly bytes: number;
  /** Hash of the model and the llama.cpp build, as states are only valid for these. */
  readonly model: string;
  warn(message: string): void;
}

/** `MODEL-TOKENS-CHECKSUM.kv`, or `MODEL-USER-TOKENS-CHECKSUM.kv`, all hexadecimal. */
const NAME = /^([0-9a-f]{16})(?:-([0-9a-f]{16}))?-[0-9a-f]{32}-([0-9a-f]{8})\.kv$/;
const LEFTOVER = /^[0-9a-f]{16}(?:-[0-9a-f]{16})?-[0-9a-f]{32}\.\d+\.tmp$/;
/** Age in milliseconds after which leftovers of killed processes are removed. */
const LEFTOVER_AGE = 60 * 60 * 1000;

/**
 * The folder with a model's saved states, which other models and servers may share. It contains conversations, so only
 * the owner may read it. A file gets its final name only when it is complete.
 */
export class SpillFolder {
  readonly #options: SpillFolderOptions;
  /** Least recently used first. */
  readonly #files = new Set<SavedState>();

  private constructor(options: SpillFolderOptions) {
    this.#options = options;
  }

  static async open(options: SpillFolderOptions): Promise<SpillFolder> {
    const folder = new SpillFolder(options);
    await makeFolder(options.directory, 0o700);
    await chmod(options.directory, 0o700);
    await folder.#scan();
    return folder;
  }

  /** Returns the user's file with the longest common prefix with these tokens, and its length. */
  longest(
    tokens: ArrayLike<number>,
    user: string | null,
  ): { readonly file: SavedState | null; readonly length: number } {
    const mark = userHashOf(user);
    let best: SavedState | null = null;
    let longest = 0;
    for (const file of this.#files) {
      if (file.userHash !== mark) continue;
      const length = commonLength(file.tokens, tokens);
      if (length > longest) [best, longest] = [file, length];
    }
    return { file: best, length: longest };
  }

  /** Adds a file, which `write` writes to the given path. Resolves to false on failure. */
  async add(
    tokens: Uint32Array,
    user: string | null,
    write: (path: string) => Promise<boolean>,
  ): Promise<boolean> {
    const { directory, model } = this.#options;
    const hash = createHash("sha256").update(tokens).digest("hex").slice(0, 32);
    const mark = userHashOf(user);
    const stem = join(directory, [model, mark, hash].filter(Boolean).join("-"));
    const partial = `${stem}.${pid}.tmp`;
    try {
      // Create the file with private permissions before anything is written to it.
      await (await open(partial, "w", 0o600)).close();
      if (!(await write(partial))) return false;
      const path = `${stem}-${await checksumOf(partial)}.kv`;
      const { size } = await stat(partial);
      await replaceFile(partial, path);
      for (const file of this.#files)
        if (file.userHash === mark && commonLength(file.tokens, tokens) === file.tokens.length)
          await this.remove(file);
      this.#files.add({ path, userHash: mark, tokens, bytes: size });
      await this.#makeRoom();
      return true;
    } catch (cause) {
      this.#options.warn(`a state could not be written to ${directory}: ${reasonOf(cause)}`);
      return false;
    } finally {
      await this.#erase(partial);
    }
  }

  /** Verifies a file's checksum. A corrupt file is removed with a warning. */
  async isSound(file: SavedState): Promise<boolean> {
    try {
      const checksum = NAME.exec(basename(file.path))?.[3];
      if ((await checksumOf(file.path)) === checksum) return true;
      this.#options.warn(`${file.path} is damaged and was removed`);
    } catch (cause) {
      this.#options.warn(`${file.path} cannot be read: ${reasonOf(cause)}`);
    }
    await this.remove(file);
    return false;
  }

  async touch(file: SavedState): Promise<void> {
    this.#files.delete(file);
    this.#files.add(file);
    const now = new Date();
    // Another server may have removed it.
    await utimes(file.path, now, now).catch(() => undefined);
  }

  async remove(file: SavedState): Promise<void> {
    this.#files.delete(file);
    await this.#erase(file.path);
  }

  /** Removes a file. A failure is only a warning, as no answer depends on it. */
  async #erase(path: string): Promise<void> {
    try {
      await rm(path, { force: true });
    } catch (cause) {
      this.#options.warn(`${path} cannot be removed: ${reasonOf(cause)}`);
    }
  }

  async #scan(): Promise<void> {
    const { directory, model, warn } = this.#options;
    const found: { file: SavedState; used: number }[] = [];
    let foreign = 0;
    for (const name of await readdir(directory)) {
      const path = join(directory, name);
      const [, modelHash, mark = ""] = NAME.exec(name) ?? [];
      if (LEFTOVER.test(name)) await removeOld(path);
      else if (modelHash === undefined) foreign += 1;
      if (modelHash !== model) continue;
      const tokens = await tokensOf(path).catch(() => null);
      const details = await stat(path).catch(() => null);
      if (tokens && details)
        found.push({ file: { path, userHash: mark, tokens, bytes: details.size }, used: details.mtimeMs });
      else {
        warn(`${path} contains no state and was removed`);
        await this.#erase(path);
      }
    }
    if (foreign > 0) warn(`${directory} has ${foreign} files that are not Flint's; they are left alone`);
    for (const { file } of found.sort((a, b) => a.used - b.used)) this.#files.add(file);
    await this.#makeRoom();
  }

  /** Removes the least recently used files of all models until the rest fits. */
  async #makeRoom(): Promise<void> {
    const { directory, bytes } = this.#options;
    const all: SavedFile[] = [];
    for (const name of await readdir(directory)) {
      if (!NAME.test(name)) continue;
      const path = join(directory, name);
      const details = await stat(path).catch(() => null);
      if (details) all.push({ path, bytes: details.size, used: details.mtimeMs });
    }
    let total = all.reduce((sum, file) => sum + file.bytes, 0);
    for (const { path, bytes: size } of all.sort((a, b) => a.used - b.used)) {
      if (total <= bytes) return;
      total -= size;
      await this.#erase(path);
      for (const file of this.#files) if (file.path === path) this.#files.delete(file);
    }
  }
}

function userHashOf(user: string | null): string {
  return user === null ? "" : createHash("sha256").update(user).digest("hex").slice(0, 16);
}

async function removeOld(path: string): Promise<void> {
  const details = await stat(path).catch(() => null);
  if (details && Date.now() - details.mtimeMs > LEFTOVER_AGE) await rm(path, { force: true });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
