import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBinding } from "../binding/index.ts";
import { readGguf } from "../gguf.ts";
import { halfBits } from "./half.ts";
import { type RandomLlamaOptions, writeRandomLlama } from "./index.ts";
import { tensorTypes } from "./tensor-type.ts";

const small: RandomLlamaOptions = {
  vocabulary: { control: ["<|end|>", "<|user|>", "<|bos|>"], merges: [["a", "b"]], size: 300 },
  layers: 2,
  width: 64,
  heads: 4,
  keyHeads: 2,
  feedForward: 96,
  contextLength: 512,
  chatTemplate: "{{ messages[0].content }}",
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-random-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("the written file has the model's metadata", async () => {
  const path = join(folder, "told.gguf");
  await writeRandomLlama(path, small);
  expect(await readGguf(path)).toMatchObject({
    architecture: "llama",
    name: "random",
    trainContextLength: 512,
    chatTemplate: small.chatTemplate,
    kvBytesPerToken: 2 * 2 * 2 * (16 + 16),
  });
});

test("the same seed gives the same file, and another seed a different one", async () => {
  const bytes = [];
  for (const seed of [1, 1, 2]) {
    const path = join(folder, `seed-${bytes.length}.gguf`);
    await writeRandomLlama(path, { ...small, seed });
    bytes.push(await readFile(path));
  }
  expect(bytes[1]?.equals(bytes[0] ?? Buffer.alloc(0))).toBe(true);
  expect(bytes[2]?.equals(bytes[0] ?? Buffer.alloc(0))).toBe(false);
});

describe.each(["f32", "f16", "q8_0", "q4_0"] as const)("llama.cpp with weights as %s", (type) => {
  test("reads the file and outputs only the allowed tokens", async () => {
    const path = join(folder, `${type}.gguf`);
    const digits = /^[0-9]$/;
    const parameters = await writeRandomLlama(path, {
      ...small,
      type,
      bos: "<|bos|>",
      spoken: (spelling) => digits.test(spelling),
    });
    expect((await stat(path)).size).toBeGreaterThan(
      (parameters * tensorTypes[type].bytes) / tensorTypes[type].block,
    );

    const binding = await openBinding(false, () => undefined);
    const model = await binding.load(path);
    const context = await model.openContext({ sequences: 1, contextLength: 64, batchSize: 64, threads: 1 });
    expect(model.tokenize("<|user|>abc", true)).toHaveLength(3);
    expect([model.bos, model.isEnd(0)]).toEqual([2, true]);
    const sampler = model.sampler({ temperature: 0, topP: 1, seed: 0 });
    const tokens = [2, ...model.tokenize("hello", false)];
    let said = "";
    for (
      let position = 0, next = [...tokens];
      said.length < 20;
      position += next.length, next = tokens.slice(-1)
    ) {
      const [output] = await context.run([
        { sequence: 0, position, tokens: Uint32Array.from(next), drafted: 0, sampler },
      ]);
      tokens.push(output?.[0] ?? 0);
      said += Buffer.from(model.bytesOf(output?.[0] ?? 0)).toString();
    }
    expect(said).toMatch(/^[0-9]{20}$/);
    sampler.dispose();
    await context.dispose();
    await model.dispose();
  });
});

test("numbers are encoded as half floats and in q8_0 and q4_0 blocks", () => {
  expect([0, 1, -2, 65_504, 2 ** -24, 1e9].map(halfBits)).toEqual([0, 0x3c00, 0xc000, 0x7bff, 1, 0x7c00]);
  const values = Float32Array.from({ length: 32 }, (_, index) => (index - 20) / 10);
  const q8 = Buffer.alloc(34);
  tensorTypes.q8_0.encode(values, q8);
  expect([q8.readUInt16LE(), q8.readInt8(2), q8.readInt8(22)]).toEqual([halfBits(2 / 127), -127, 0]);
  const q4 = Buffer.alloc(18);
  tensorTypes.q4_0.encode(values, q4);
  expect([q4.readUInt16LE(), (q4[2] ?? 0) & 15, (q4[6] ?? 0) >> 4]).toEqual([halfBits(0.25), 0, 8]);
});
