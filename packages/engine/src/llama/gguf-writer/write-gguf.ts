import { open } from "node:fs/promises";
import type { TensorType } from "./tensor-type.ts";

/** A typed value of a GGUF file's metadata. */
export type MetadataValue =
  | { readonly type: "u32" | "i32" | "f32"; readonly value: number }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "texts"; readonly value: readonly string[] }
  | { readonly type: "i32s" | "f32s"; readonly value: readonly number[] };

export interface Tensor {
  readonly name: string;
  readonly type: TensorType;
  /** Numbers per row, and number of rows; a vector has one row. */
  readonly columns: number;
  readonly rows: number;
  /** Fills a row. Called for each row in order. */
  fill(row: number, values: Float32Array): void;
}

const ALIGNMENT = 32;
/** Approximate count of numbers encoded and written at a time. */
const CHUNK = 1 << 20;

/** Writes a GGUF file, version 3, in chunks. */
export async function writeGguf(
  path: string,
  metadata: ReadonlyMap<string, MetadataValue>,
  tensors: readonly Tensor[],
): Promise<void> {
  const file = await open(path, "w");
  try {
    const header = headerOf(metadata, tensors);
    await file.writeFile(header);
    for (const tensor of tensors) {
      for (const piece of piecesOf(tensor)) await file.writeFile(piece);
      await file.writeFile(Buffer.alloc(aligned(bytesOf(tensor)) - bytesOf(tensor)));
    }
  } finally {
    await file.close();
  }
}

function* piecesOf({ type, columns, rows, fill }: Tensor): Generator<Buffer> {
  const together = Math.max(1, Math.floor(CHUNK / columns));
  for (let start = 0; start < rows; start += together) {
    const count = Math.min(together, rows - start);
    const values = new Float32Array(count * columns);
    for (let row = 0; row < count; row++)
      fill(start + row, values.subarray(row * columns, (row + 1) * columns));
    const encoded = Buffer.alloc((values.length / type.block) * type.bytes);
    type.encode(values, encoded);
    yield encoded;
  }
}

function headerOf(metadata: ReadonlyMap<string, MetadataValue>, tensors: readonly Tensor[]): Buffer {
  const parts: Buffer[] = [Buffer.from("GGUF"), u32(3), u64(tensors.length), u64(metadata.size)];
  for (const [key, value] of metadata) {
    parts.push(text(key));
    // Not spread: a vocabulary has more entries than a call can have arguments.
    for (const part of encodedOf(value)) parts.push(part);
  }
  let offset = 0;
  for (const tensor of tensors) {
    const { name, type, columns, rows } = tensor;
    const shape = rows === 1 ? [u32(1), u64(columns)] : [u32(2), u64(columns), u64(rows)];
    parts.push(text(name), ...shape, u32(type.id), u64(offset));
    offset += aligned(bytesOf(tensor));
  }
  const header = Buffer.concat(parts);
  return Buffer.concat([header, Buffer.alloc(aligned(header.length) - header.length)]);
}

function bytesOf({ type, columns, rows }: Tensor): number {
  return ((columns * rows) / type.block) * type.bytes;
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

function encodedOf(value: MetadataValue): Buffer[] {
  switch (value.type) {
    case "u32":
      return [u32(4), u32(value.value)];
    case "i32":
      return [u32(5), i32(value.value)];
    case "f32":
      return [u32(6), f32(value.value)];
    case "bool":
      return [u32(7), Buffer.of(value.value ? 1 : 0)];
    case "text":
      return [u32(8), text(value.value)];
    case "texts":
      return [u32(9), u32(8), u64(value.value.length), ...value.value.map(text)];
    case "i32s":
      return [u32(9), u32(5), u64(value.value.length), ...value.value.map(i32)];
    case "f32s":
      return [u32(9), u32(6), u64(value.value.length), ...value.value.map(f32)];
  }
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function i32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64(bytes.length), bytes]);
}
