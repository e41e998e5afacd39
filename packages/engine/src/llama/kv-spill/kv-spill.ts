import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { BoundContext, Token } from "../binding/index.ts";
import { SpillFolder } from "./spill-folder.ts";

export interface KvSpillOptions {
  readonly directory: string;
  readonly bytes: number;
  /** Milliseconds for writing states when closing. */
  readonly closeTime: number;
}

/** A sequence of the context, and the user that its tokens belong to. */
interface SpillingSequence {
  readonly id: number;
  readonly user: string | null;
  readonly cells: readonly Token[];
}

interface SpillingModel {
  readonly context: BoundContext;
  /** Prompt tokens evaluated per millisecond; 0 if unknown. */
  promptRate(): number;
}

interface OpenSpillOptions extends SpillingModel {
  /** `build` identifies what the state's format depends on besides the model file. */
  readonly model: { readonly path: string; readonly build: string };
  warn(text: string): void;
}

/** Resolves to null, with a warning, if the folder is unusable. */
export async function openSpill(
  { directory, bytes }: KvSpillOptions,
  { model, warn, ...spilling }: OpenSpillOptions,
): Promise<KvSpill | null> {
  try {
    const folder = await SpillFolder.open({ directory, bytes, model: await fingerprintOf(model), warn });
    return new KvSpill({ ...spilling, folder });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    warn(`states cannot be saved in ${directory}: ${reason}; name a writable folder`);
    return null;
  }
}

interface KvSpillParts extends SpillingModel {
  readonly folder: SpillFolder;
}

/** Assumed bytes of a state read and verified per millisecond, until measured. */
const READ_RATE = 300_000;
/** States of fewer tokens are not worth saving: evaluating their text is as fast. */
const LEAST_TOKENS = 256;

/** Saves KV states to disk when they are evicted or the engine closes, and restores them from there. */
export class KvSpill {
  readonly #parts: KvSpillParts;
  #readRate = READ_RATE;

  constructor(parts: KvSpillParts) {
    this.#parts = parts;
  }

  /** Writes a sequence's state to disk, if that is worthwhile and not done already. */
  async save({ id, user, cells }: SpillingSequence): Promise<void> {
    const { folder, context } = this.#parts;
    if (cells.length < LEAST_TOKENS) return;
    const { file, length } = folder.longest(cells, user);
    if (file && length === cells.length) return folder.touch(file);
    const tokens = Uint32Array.from(cells);
    await folder.add(tokens, user, (path) => context.save(id, path, tokens));
  }

  /**
   * Restores a sequence from a saved state of its user that has more of these tokens than `held`, if that is faster than
   * evaluating them. Resolves to the sequence's tokens; null if it was not changed.
   */
  async load(
    { id, user }: SpillingSequence,
    tokens: readonly Token[],
    held: number,
  ): Promise<Token[] | null> {
    const { folder, context, promptRate } = this.#parts;
    const { file, length } = folder.longest(tokens, user);
    const gain = length - held;
    if (!file || gain < LEAST_TOKENS) return null;
    const rate = promptRate();
    if (rate > 0 && gain / rate < file.bytes / this.#readRate) return null;
    const start = performance.now();
    if (!(await folder.isSound(file))) return null;
    const loaded = await context.load(id, file.path, file.tokens.length);
    this.#readRate = file.bytes / Math.max(1, performance.now() - start);
    if (loaded?.length === file.tokens.length) {
      await folder.touch(file);
      return [...loaded];
    }
    await folder.remove(file);
    return [];
  }
}

const SAMPLE = 1 << 20;

/** Hashes a file's beginning (its metadata), its end and its size; whole files may have many gigabytes. */
async function fingerprintOf({ path, build }: { path: string; build: string }): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const hash = createHash("sha256").update(`${build} ${size} `);
    for (const position of [0, Math.max(0, size - SAMPLE)]) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(SAMPLE), position });
      hash.update(buffer.subarray(0, bytesRead));
    }
    return hash.digest("hex").slice(0, 16);
  } finally {
    await file.close();
  }
}
