import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";

/** llama.cpp's magic number of a sequence state file, and the supported version. */
const MAGIC = 0x67677371;
const VERSION = 3;
const HEADER = 12;
const MAX_TOKENS = 1 << 22;

/** Reads the tokens of a sequence state file; null if it is not one. */
export async function tokensOf(path: string): Promise<Uint32Array | null> {
  const file = await open(path);
  try {
    const header = Buffer.alloc(HEADER);
    if ((await file.read({ buffer: header, position: 0 })).bytesRead < HEADER) return null;
    const count = header.readUInt32LE(8);
    if (header.readUInt32LE(0) !== MAGIC || header.readUInt32LE(4) !== VERSION || count > MAX_TOKENS)
      return null;
    const tokens = new Uint32Array(count);
    const { bytesRead } = await file.read({ buffer: tokens, position: HEADER });
    return bytesRead === tokens.byteLength ? tokens : null;
  } finally {
    await file.close();
  }
}

/** Returns a file's checksum as eight hexadecimal digits. */
export async function checksumOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    let sum = 0;
    for await (const chunk of file.createReadStream({ highWaterMark: 1 << 20, autoClose: false }))
      sum = crc32(chunk, sum);
    return sum.toString(16).padStart(8, "0");
  } finally {
    await file.close();
  }
}
