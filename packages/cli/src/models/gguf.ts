import { type FileHandle, open } from "node:fs/promises";

/** What Flint shows of a GGUF file, read from its header; the weights are not touched. */
export interface GgufHeader {
  /** `general.name`. */
  readonly name: string | null;
  /** `general.license`: an SPDX id, usually. */
  readonly license: string | null;
  /** Tokens, as the model was trained. */
  readonly contextLength: number | null;
}

/** The file is not a GGUF file, or its header is cut off or nonsense. */
export class GgufError extends Error {
  override readonly name = "GgufError";
}

export const GGUF_MAGIC = "GGUF";

const CHUNK_BYTES = 256 * 1024;
const MAX_HEADER_BYTES = 256 * 1024 * 1024;
const MAX_KEYS = 10_000;
const MAX_SHOWN_BYTES = 4096;

const STRING = 8;
const ARRAY = 9;
const SCALAR_BYTES: Readonly<Record<number, number>> = {
  0: 1, // uint8
  1: 1, // int8
  2: 2, // uint16
  3: 2, // int16
  4: 4, // uint32
  5: 4, // int32
  6: 4, // float32
  7: 1, // bool
  10: 8, // uint64
  11: 8, // int64
  12: 8, // float64
};

/**
 * Reads the header's metadata.
 * @throws {GgufError} when the file is not GGUF or its header is damaged; system errors as they are.
 */
export async function readGgufHeader(path: string): Promise<GgufHeader> {
  const file = await open(path, "r");
  try {
    return await parse(new Cursor(file));
  } finally {
    await file.close();
  }
}

async function parse(cursor: Cursor): Promise<GgufHeader> {
  if ((await cursor.take(4)).toString("latin1") !== GGUF_MAGIC) throw new GgufError("it is not a GGUF file");
  const version = (await cursor.take(4)).readUInt32LE();
  if (version < 2 || version > 3) throw new GgufError(`its GGUF version ${version} is unknown`);
  await cursor.count();
  const keys = await cursor.count();
  if (keys > MAX_KEYS) throw new GgufError(`its header claims ${keys} keys`);

  const strings = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (let i = 0; i < keys; i++) {
    const key = await cursor.string();
    const type = await cursor.type();
    if (type === STRING && key.startsWith("general.")) strings.set(key, await cursor.string());
    else if (type === 4 && key.endsWith(".context_length"))
      numbers.set(key, (await cursor.take(4)).readUInt32LE());
    else await cursor.skipValue(type);
  }
  const architecture = strings.get("general.architecture");
  if (architecture === undefined) throw new GgufError("its header names no architecture");
  return {
    name: strings.get("general.name") ?? null,
    license: strings.get("general.license") ?? null,
    contextLength: numbers.get(`${architecture}.context_length`) ?? null,
  };
}

/** Reads a file forward in chunks. */
class Cursor {
  readonly #file: FileHandle;
  #buffer = Buffer.alloc(0);
  #offset = 0;
  #position = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async take(length: number): Promise<Buffer> {
    if (this.#buffer.length - this.#offset < length) await this.#fill(length);
    const bytes = this.#buffer.subarray(this.#offset, this.#offset + length);
    this.#offset += length;
    return bytes;
  }

  async count(): Promise<number> {
    return Number((await this.take(8)).readBigUInt64LE());
  }

  async type(): Promise<number> {
    return (await this.take(4)).readUInt32LE();
  }

  async string(): Promise<string> {
    const length = await this.count();
    if (length <= MAX_SHOWN_BYTES) return (await this.take(length)).toString("utf8");
    this.#skip(length);
    return "";
  }

  async skipValue(type: number): Promise<void> {
    if (type === STRING) return this.#skip(await this.count());
    if (type !== ARRAY) return this.#skip(scalarBytes(type));
    const element = await this.type();
    const length = await this.count();
    if (element === ARRAY) throw new GgufError("its header nests arrays");
    if (element !== STRING) return this.#skip(length * scalarBytes(element));
    for (let i = 0; i < length; i++) this.#skip(await this.count());
  }

  #skip(length: number): void {
    const held = Math.min(length, this.#buffer.length - this.#offset);
    this.#offset += held;
    this.#position += length - held;
    if (this.#position > MAX_HEADER_BYTES) throw new GgufError("its header is damaged");
  }

  async #fill(length: number): Promise<void> {
    const rest = this.#buffer.subarray(this.#offset);
    const chunk = Buffer.alloc(Math.max(CHUNK_BYTES, length));
    const { bytesRead } = await this.#file.read(chunk, 0, chunk.length, this.#position);
    this.#position += bytesRead;
    this.#buffer = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    this.#offset = 0;
    if (this.#buffer.length < length) throw new GgufError("its header is cut off");
  }
}

function scalarBytes(type: number): number {
  const bytes = SCALAR_BYTES[type];
  if (bytes === undefined) throw new GgufError("its header is damaged");
  return bytes;
}
