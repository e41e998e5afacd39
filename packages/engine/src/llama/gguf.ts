import { open } from "node:fs/promises";
import { EngineError } from "../contract/index.ts";

/** Metadata of a GGUF file. */
export interface GgufHeader {
  /** Size of the file in bytes. */
  readonly size: number;
  /** Unix time in seconds. */
  readonly modified: number;
  readonly architecture: string;
  readonly name: string | null;
  readonly license: string | null;
  /** In tokens; 0 if unknown. */
  readonly trainContextLength: number;
  readonly layers: number;
  /** Size of a token's embedding. */
  readonly width: number;
  /** Number of tokens in the vocabulary. */
  readonly vocabulary: number;
  /** llama.cpp's id of the weights' quantization; null if unknown. */
  readonly fileType: number | null;
  readonly chatTemplate: string | null;
  /** The answer format of an edit model: `whole` or `lines`; null if unknown. */
  readonly editFormat: string | null;
  /** KV state per token in bytes (f16). */
  readonly kvBytesPerToken: number;
}

const MAGIC = "GGUF";
const VERSIONS = new Set([2, 3]);
const FIRST_READ = 1 << 20;
/** Metadata limit in bytes; that of the largest vocabularies is about 10 MB. */
const MAX_METADATA = 256 << 20;
const MAX_KEYS = 65_536;
const MAX_STRING = 16 << 20;
/** Nesting depth of lists. */
const MAX_DEPTH = 4;
/** Most numbers summed of a list with one per layer. */
const MAX_ADDED = 4_096;

/**
 * Reads a GGUF file's metadata, not its weights. Rejects with {@link EngineError} `model_unreadable` if the file is
 * missing, truncated or not GGUF.
 */
export async function readGguf(path: string): Promise<GgufHeader> {
  const file = await open(path).catch((cause: unknown) => {
    throw unreadable(path, reasonOf(cause), cause);
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new GgufFault("it is not a file");
    for (let length = FIRST_READ; ; length *= 2) {
      const whole = length >= stat.size;
      const buffer = Buffer.alloc(Math.min(length, stat.size));
      await file.read({ buffer, position: 0 });
      const values = readMetadata(new Cursor(buffer));
      if (values) return { size: stat.size, modified: Math.floor(stat.mtimeMs / 1000), ...headerOf(values) };
      if (whole) throw new GgufFault("it ends too early");
      if (length >= MAX_METADATA) throw new GgufFault("its metadata is corrupt");
    }
  } catch (cause) {
    if (cause instanceof GgufFault) throw unreadable(path, cause.message, cause);
    throw cause;
  } finally {
    await file.close();
  }
}

/** Creates the error for an unusable model file. The message names the file and the remedy. */
export function unreadable(path: string, reason: string, cause?: unknown): EngineError {
  return new EngineError(
    "model_unreadable",
    `cannot read the model ${path}: ${reason}. Download it again (flint pull) or give the path of another GGUF file`,
    { cause },
  );
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES") return "permission denied";
  return cause instanceof Error ? cause.message : String(cause);
}

/** The file is invalid; the message says why. */
class GgufFault extends Error {}

/** What is kept of a list: its length, and the sum of its numbers if it is short. */
interface List {
  readonly length: number;
  readonly total: number;
}

type Value = string | number | boolean | List;

/** Returns null if the buffer ends before the metadata does. */
function readMetadata(cursor: Cursor): Map<string, Value> | null {
  try {
    if (cursor.bytes(4).toString("latin1") !== MAGIC) throw new GgufFault("it is not a GGUF file");
    const version = cursor.uint32();
    if (!VERSIONS.has(version)) throw new GgufFault(`it has GGUF version ${version}, which is not supported`);
    cursor.uint64(); // The number of tensors.
    const count = cursor.uint64();
    if (count > MAX_KEYS) throw new GgufFault("its metadata is corrupt");
    const values = new Map<string, Value>();
    for (let index = 0; index < count; index++) {
      const key = cursor.string();
      values.set(key, readValue(cursor, cursor.uint32()));
    }
    return values;
  } catch (error) {
    if (error === END_OF_BUFFER) return null;
    throw error;
  }
}

const STRING = 8;
const ARRAY = 9;
const SIZES: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};

function readValue(cursor: Cursor, type: number): Value {
  if (type === STRING) return cursor.string();
  if (type === ARRAY) return readList(cursor, MAX_DEPTH);
  return readScalar(cursor, type);
}

function readScalar(cursor: Cursor, type: number): number | boolean {
  const bytes = cursor.bytes(sizeOf(type));
  switch (type) {
    case 6:
      return bytes.readFloatLE();
    case 7:
      return bytes[0] !== 0;
    case 12:
      return bytes.readDoubleLE();
    case 5:
      return bytes.readInt32LE();
    case 11:
      return Number(bytes.readBigInt64LE());
    case 10:
      return Number(bytes.readBigUInt64LE());
    default:
      return bytes.readUIntLE(0, bytes.length);
  }
}

/** Skips the values of long lists, which are vocabularies. */
function readList(cursor: Cursor, depth: number): List {
  if (depth === 0) throw new GgufFault("its metadata is corrupt");
  const type = cursor.uint32();
  const length = cursor.uint64();
  let total = 0;
  if (type === STRING) for (let index = 0; index < length; index++) cursor.skip(cursor.uint64());
  else if (type === ARRAY) for (let index = 0; index < length; index++) readList(cursor, depth - 1);
  else if (length > MAX_ADDED) cursor.skip(length * sizeOf(type));
  else for (let index = 0; index < length; index++) total += Number(readScalar(cursor, type));
  return { length, total };
}

function sizeOf(type: number): number {
  const size = SIZES[type];
  if (size === undefined) throw new GgufFault("its metadata is corrupt");
  return size;
}

function headerOf(values: ReadonlyMap<string, Value>): Omit<GgufHeader, "size" | "modified"> {
  const text = (key: string) => {
    const value = values.get(key);
    return typeof value === "string" ? value : null;
  };
  const architecture = text("general.architecture");
  if (architecture === null) throw new GgufFault("its metadata does not name the kind of model");
  const count = (key: string) => countIn(values.get(`${architecture}.${key}`)) ?? 0;
  const layers = count("block_count");
  const width = count("embedding_length");
  const heads = count("attention.head_count");
  const headWidth = heads > 0 ? width / heads : 0;
  const headWidths =
    (count("attention.key_length") || headWidth) + (count("attention.value_length") || headWidth);
  // Models with different layers have a list with one number per layer.
  const keyHeads = values.get(`${architecture}.attention.head_count_kv`);
  const allKeyHeads = isList(keyHeads) ? keyHeads.total : layers * (countIn(keyHeads) || heads);
  const tokens = values.get("tokenizer.ggml.tokens");
  return {
    architecture,
    name: text("general.name"),
    license: text("general.license"),
    trainContextLength: count("context_length"),
    layers,
    width,
    vocabulary: isList(tokens) ? tokens.length : count("vocab_size"),
    fileType: countIn(values.get("general.file_type")),
    chatTemplate: text("tokenizer.chat_template"),
    editFormat: text("flint.edit.format"),
    kvBytesPerToken: Math.max(0, 2 * allKeyHeads * headWidths) || 0,
  };
}

/** Returns a safe, non-negative integer, or null for any other value. */
function countIn(value: Value | undefined): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function isList(value: Value | undefined): value is List {
  return typeof value === "object";
}

const END_OF_BUFFER = new Error("the buffer ends here");

class Cursor {
  readonly #buffer: Buffer;
  #offset = 0;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  bytes(length: number): Buffer {
    const start = this.#offset;
    this.skip(length);
    return this.#buffer.subarray(start, this.#offset);
  }

  skip(length: number): void {
    if (length > this.#buffer.length - this.#offset) throw END_OF_BUFFER;
    this.#offset += length;
  }

  uint32(): number {
    return this.bytes(4).readUInt32LE();
  }

  uint64(): number {
    return Number(this.bytes(8).readBigUInt64LE());
  }

  string(): string {
    const length = this.uint64();
    if (length > MAX_STRING) throw new GgufFault("its metadata is corrupt");
    return this.bytes(length).toString("utf8");
  }
}
