import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readGguf } from "./gguf.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-gguf-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("readGguf returns the file's size and the model's metadata", async () => {
  const { size } = await readFile(NANO).then((bytes) => ({ size: bytes.length }));
  expect(await readGguf(NANO)).toMatchObject({
    size,
    architecture: "llama",
    trainContextLength: 1024,
    chatTemplate: expect.stringContaining("<|user|>"),
  });
});

test.each([
  ["not a model", () => Buffer.from("#!/bin/sh\necho no\n"), "not a GGUF file"],
  ["empty", () => Buffer.alloc(0), "ends too early"],
  ["cut within its metadata", (nano: Buffer) => nano.subarray(0, 20_000), "ends too early"],
  ["of a version to come", (nano: Buffer) => withVersion(nano, 99), "version 99"],
  ["noise behind its first bytes", (nano: Buffer) => nano.fill(0xff, 24, 2_000), "corrupt|too early"],
])("a file that is %s is rejected with its path, the reason and the remedy", async (name, make, reason) => {
  const path = join(folder, `${name.replaceAll(" ", "-")}.gguf`);
  await writeFile(path, make(await readFile(NANO)));
  await expect(readGguf(path)).rejects.toMatchObject({
    code: "model_unreadable",
    message: expect.stringMatching(new RegExp(`${path}.*(${reason}).*flint pull`)),
  });
});

test("a missing file and a folder are rejected", async () => {
  await expect(readGguf(join(folder, "none.gguf"))).rejects.toMatchObject({
    code: "model_unreadable",
    message: expect.stringContaining("no such file"),
  });
  await expect(readGguf(folder)).rejects.toMatchObject({ code: "model_unreadable" });
});

function withVersion(nano: Buffer, version: number): Buffer {
  nano.writeUInt32LE(version, 4);
  return nano;
}
