import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** Resolves to the SHA-256 of a file, in hex. */
export async function sha256File(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, ...(signal && { signal }) })) {
    hash.update(chunk);
  }
  return hash.digest("hex");
}
