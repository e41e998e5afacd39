import type { Kind } from "../triples/index.ts";
import type { Example } from "./format.ts";

/** Kinds by their number, in the trainer's order. */
export const KINDS: readonly Kind[] = ["edit", "two edits", "nothing to do", "out of scope"];

/**
 * Encodes an example for the trainer, little-endian: family u16, kind u16, prompt length u16, answer length u16, the
 * tokens of both as u16, the answer's weights as u8.
 */
export function toFrame({ prompt, answer, weights }: Example, family: number, kind: Kind): Buffer {
  const frame = Buffer.allocUnsafe(8 + 2 * (prompt.length + answer.length) + weights.length);
  let at = 0;
  for (const value of [family, KINDS.indexOf(kind), prompt.length, answer.length, ...prompt, ...answer])
    at = frame.writeUInt16LE(value, at);
  for (const weight of weights) at = frame.writeUInt8(weight, at);
  return frame;
}
