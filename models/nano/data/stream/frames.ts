import type { Kind } from "../triples/index.ts";
import type { Example } from "./format.ts";

/** Kinds as numbers, in the order in which the trainer knows them. */
export const KINDS: readonly Kind[] = ["edit", "two edits", "nothing to do", "out of scope"];

/**
 * One example as the trainer reads it, little-endian: family u16, kind u16, prompt length u16, answer length u16, the
 * tokens of both u16 each, the answer's weights u8 each.
 */
export function toFrame({ prompt, answer, weights }: Example, family: number, kind: Kind): Buffer {
  const frame = Buffer.allocUnsafe(8 + 2 * (prompt.length + answer.length) + weights.length);
  let at = 0;
  for (const value of [family, KINDS.indexOf(kind), prompt.length, answer.length, ...prompt, ...answer])
    at = frame.writeUInt16LE(value, at);
  for (const weight of weights) at = frame.writeUInt8(weight, at);
  return frame;
}
