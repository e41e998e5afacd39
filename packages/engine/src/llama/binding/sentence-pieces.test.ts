import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeRandomLlama } from "../gguf-writer/index.ts";
import { loadAddon } from "./addon.ts";
import type { Binding, BoundModel } from "./binding.ts";
import { nativeBinding } from "./native.ts";
import { publicBinding } from "./public.ts";

const PIECES = ["▁foo", "foo", "Bar", "fo", "Ba", "▁", ..."abcdefghijklmnopqrstuvwxyz", "F", "B"];
let folder = "";
let path = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-pieces-"));
  path = join(folder, "pieces.gguf");
  await writeRandomLlama(path, {
    vocabulary: { control: ["</s>", "<s>"], pieces: PIECES },
    ...{ layers: 1, width: 64, heads: 2, feedForward: 64, contextLength: 64, bos: "<s>" },
  });
});
afterAll(() => rm(folder, { recursive: true }));

async function nativeOrFail(): Promise<Binding> {
  const addon = await loadAddon(false, () => undefined);
  if (!addon) throw new Error("the native module is not what Flint knows");
  return nativeBinding(addon, { singleThreaded: false });
}

describe.each([
  ["the native binding", nativeOrFail],
  ["the library's public one", () => publicBinding(false, () => undefined)],
])("in a SentencePiece vocabulary, %s", (_, open) => {
  let model: BoundModel;
  beforeAll(async () => {
    model = await (await open()).load(path);
  });
  afterAll(() => model.dispose());

  const spelled = (text: string, goesOn: boolean) =>
    model
      .tokenize(text, false, goesOn)
      .map((token) => PIECES[token - 2 - 1 - 256] ?? `byte ${token - 2 - 1}`)
      .join("|");

  test("adds a space before a beginning, but not before text that continues other text", () => {
    expect(spelled("fooBar", false)).toBe("▁foo|Bar");
    expect(spelled("fooBar", true)).toBe("foo|Bar");
    expect(spelled(" foo", true)).toBe("▁foo");
    expect(spelled("\nfoo", true)).toBe("byte 10|foo");
    expect(spelled("", true)).toBe("");
  });
});
