import { halfBits } from "./half.ts";

/** The storage format of a tensor. A row must be a whole number of blocks. */
export interface TensorType {
  /** Its id in GGUF. */
  readonly id: number;
  /** Numbers per block, and bytes per block. */
  readonly block: number;
  readonly bytes: number;
  /** Encodes `values`, a whole number of blocks, at the start of `to`. */
  encode(values: Float32Array, to: Buffer): void;
}

export type TensorTypeName = "f32" | "f16" | "q8_0" | "q4_0";

const BLOCK = 32;

export const tensorTypes: Readonly<Record<TensorTypeName, TensorType>> = {
  f32: { id: 0, block: 1, bytes: 4, encode: encodeFloat },
  f16: { id: 1, block: 1, bytes: 2, encode: encodeHalf },
  q8_0: { id: 8, block: BLOCK, bytes: 2 + BLOCK, encode: encodeQ8 },
  q4_0: { id: 2, block: BLOCK, bytes: 2 + BLOCK / 2, encode: encodeQ4 },
};

function encodeFloat(values: Float32Array, to: Buffer): void {
  for (let index = 0; index < values.length; index++) to.writeFloatLE(values[index] ?? 0, 4 * index);
}

function encodeHalf(values: Float32Array, to: Buffer): void {
  for (let index = 0; index < values.length; index++)
    to.writeUInt16LE(halfBits(values[index] ?? 0), 2 * index);
}

/** Encodes blocks of a scale and a signed byte per number. */
function encodeQ8(values: Float32Array, to: Buffer): void {
  for (let start = 0, at = 0; start < values.length; start += BLOCK, at += 2 + BLOCK) {
    const scale = Math.abs(extreme(values, start)) / 127;
    to.writeUInt16LE(halfBits(scale), at);
    for (let index = 0; index < BLOCK; index++)
      to.writeInt8(scaled(values[start + index] ?? 0, scale), at + 2 + index);
  }
}

/** Encodes blocks of a scale and four bits per number, offset by 8: the first half in the low bits, the second in the high. */
function encodeQ4(values: Float32Array, to: Buffer): void {
  const half = BLOCK / 2;
  for (let start = 0, at = 0; start < values.length; start += BLOCK, at += 2 + half) {
    const scale = extreme(values, start) / -8;
    to.writeUInt16LE(halfBits(scale), at);
    const nibble = (index: number) => Math.min(15, scaled(values[start + index] ?? 0, scale) + 8);
    for (let index = 0; index < half; index++)
      to[at + 2 + index] = nibble(index) | (nibble(index + half) << 4);
  }
}

/** Returns the block's number with the largest magnitude. */
function extreme(values: Float32Array, start: number): number {
  let found = 0;
  for (let index = start; index < start + BLOCK; index++) {
    const value = values[index] ?? 0;
    if (Math.abs(value) > Math.abs(found)) found = value;
  }
  return found;
}

function scaled(value: number, scale: number): number {
  return scale === 0 ? 0 : Math.round(value / scale);
}
