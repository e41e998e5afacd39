import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EngineError } from "../contract/index.ts";
import { readGguf } from "./gguf.ts";
import { contextLengthOf, runtimeOptions, sequencesOf } from "./options.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
let folder = "";
let header: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-gguf-fuzz-"));
  // The metadata and some of the weights.
  header = (await readFile(NANO)).subarray(0, 200_000);
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
/** Whatever the bytes: a header that can be used, or an error that names the file and the remedy. */
async function isHandled(bytes: Uint8Array): Promise<void> {
  const path = join(folder, `${files++ % 8}.gguf`);
  await writeFile(path, bytes);
  try {
    const read = await readGguf(path);
    const options = runtimeOptions({});
    const context = contextLengthOf(read, null);
    expect(Number.isSafeInteger(context) && context > 0, `context ${context}`).toBe(true);
    const sequences = sequencesOf(read, options);
    expect(Number.isSafeInteger(sequences) && sequences > 0, `sequences ${sequences}`).toBe(true);
    expect(read.kvBytesPerToken).toBeGreaterThanOrEqual(0);
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({
      code: "model_unreadable",
      message: expect.stringMatching(new RegExp(`${path}.*flint pull`)),
    });
  }
}

test("a file truncated anywhere is read or rejected", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(header.length), (length) => isHandled(header.subarray(0, length))),
    { numRuns: 200 },
  );
});

test("a file with absurd numbers anywhere is read or rejected", { timeout: 60_000 }, async () => {
  const absurd = fc.constantFrom(
    0n,
    1n,
    0x7fffffffn,
    0xffffffffn,
    1n << 53n,
    (1n << 63n) - 1n,
    (1n << 64n) - 1n,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(4_000), absurd), { minLength: 1, maxLength: 4 }), (places) => {
      const bytes = Buffer.from(header);
      for (const [at, value] of places) bytes.writeBigUInt64LE(value, at);
      return isHandled(bytes);
    }),
    { numRuns: 300 },
  );
});

test("a file of arbitrary bytes after a valid start is read or rejected", { timeout: 60_000 }, async () => {
  const beginning = header.subarray(0, 8);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (rest) =>
      isHandled(Buffer.concat([beginning, rest])),
    ),
    { numRuns: 300 },
  );
});

test("a file with deeply nested lists is read or rejected", async () => {
  const list = Buffer.alloc(12);
  list.writeUInt32LE(9, 0);
  list.writeBigUInt64LE(1n, 4);
  const key = Buffer.concat([u64(1n), Buffer.from("a"), Buffer.from([9, 0, 0, 0])]);
  const file = [header.subarray(0, 8), u64(0n), u64(1n), key, ...Array.from({ length: 50_000 }, () => list)];
  await isHandled(Buffer.concat(file));
});

function u64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}
