import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledPath } from "./bundled.ts";
import { ggufBytes } from "./gguf.fixture.ts";
import { GgufError, readGgufHeader } from "./gguf.ts";

describe("readGgufHeader", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "flint-gguf-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function file(bytes: Buffer): Promise<string> {
    const path = join(folder, `${Math.random()}.gguf`);
    await writeFile(path, bytes);
    return path;
  }

  test("reads the bundled model", async () => {
    expect((await readGgufHeader(bundledPath())).contextLength).toBe(1024);
  });

  test("reads keys that stand after large arrays", async () => {
    const tokens = Array.from({ length: 100_000 }, (_, i) => `token ${i}`);
    const path = await file(
      ggufBytes({ "tokenizer.ggml.tokens": tokens, "general.license": "mit", "llama.context_length": 4096 }),
    );
    expect(await readGgufHeader(path)).toEqual({ name: null, license: "mit", contextLength: 4096 });
  });

  test.each([
    ["text", Buffer.from("<!doctype html>"), "it is not a GGUF file"],
    ["nothing", Buffer.alloc(0), "its header is cut off"],
    ["half a header", ggufBytes({ "general.name": "half" }).subarray(0, 60), "its header is cut off"],
    ["an unknown version", Buffer.concat([Buffer.from("GGUF"), Buffer.alloc(40, 9)]), "is unknown"],
    ["a huge string", Buffer.concat([ggufBytes().subarray(0, 24), Buffer.alloc(64, 0xff)]), "damaged"],
  ])("refuses %s", async (_, bytes, message) => {
    const read = readGgufHeader(await file(bytes));
    await expect(read).rejects.toThrow(GgufError);
    await expect(read).rejects.toThrow(message);
  });
});
