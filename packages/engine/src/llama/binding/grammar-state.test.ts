import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeRandomLlama } from "../gguf-writer/index.ts";
import { loadAddon } from "./addon.ts";
import type { Addon } from "./addon-types.ts";
import { grammarState } from "./grammar-state.ts";

const GRAMMAR = 'root ::= "yes" | "no"\n';

/** An addon that tells how many grammars were checked. */
async function counted() {
  const loaded = await loadAddon(false, () => undefined);
  if (!loaded)
    throw new Error("the native module is not what Flint knows: is node-llama-cpp's version right?");
  const texts: string[] = [];
  const addon: Addon = Object.create(loaded.addon, {
    AddonGrammar: {
      value: new Proxy(loaded.addon.AddonGrammar, {
        construct: (made, [gbnf, options]) => {
          texts.push(gbnf);
          return Reflect.construct(made, [gbnf, options]);
        },
      }),
    },
  });
  return { native: loaded.addon, addon, texts };
}

test("a grammar is checked once, and each answer has its own place in it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "flint-grammar-"));
  const { native, addon, texts } = await counted();
  const path = join(folder, "random.gguf");
  await writeRandomLlama(path, {
    name: "random",
    vocabulary: { control: [] },
    layers: 1,
    width: 64,
    heads: 2,
    feedForward: 64,
    contextLength: 64,
  });
  const model = new native.AddonModel(path, {
    addonExports: native,
    gpuLayers: 0,
    useMmap: true,
    onLoadProgress: () => undefined,
    hasLoadAbortSignal: false,
  });
  try {
    expect(await model.init()).toBe(true);
    const states = [grammarState(addon, model, GRAMMAR), grammarState(addon, model, GRAMMAR)];
    expect(states[0]).not.toBe(states[1]);
    expect(texts).toEqual([GRAMMAR]);
    const wrong = "root ::= nothing-there\n";
    for (let at = 0; at < 2; at++) expect(() => grammarState(addon, model, wrong)).toThrow("parse grammar");
    // What was not used for long is forgotten.
    for (let at = 0; at < 8; at++) grammarState(addon, model, `root ::= "${at}"\n`);
    grammarState(addon, model, GRAMMAR);
    expect(texts.filter((text) => text === GRAMMAR)).toHaveLength(2);
  } finally {
    await model.dispose();
    await rm(folder, { recursive: true });
  }
});
