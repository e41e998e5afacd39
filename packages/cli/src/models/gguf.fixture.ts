type Field = string | number | readonly string[];

/** Returns a GGUF file with only a header, which is enough for everything but inference. */
export function ggufBytes(fields: Readonly<Record<string, Field>> = {}): Buffer {
  const entries: [string, Field][] = [["general.architecture", "llama"], ...Object.entries(fields)];
  const parts: Buffer[] = [Buffer.from("GGUF"), uint32(3), uint64(0), uint64(entries.length)];
  for (const [key, value] of entries) {
    parts.push(text(key));
    if (typeof value === "string") parts.push(uint32(8), text(value));
    else if (typeof value === "object")
      parts.push(uint32(9), uint32(8), uint64(value.length), ...value.map(text));
    else parts.push(uint32(4), uint32(value));
  }
  return Buffer.concat(parts);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint64(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
