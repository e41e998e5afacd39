import { createRequire } from "node:module";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { loadAddon } from "./addon.ts";
import type { Addon } from "./addon-types.ts";
import { nativeBinding } from "./native.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");

test("a failed step rejects only after every sampler has finished", async () => {
  const loaded = await loadAddon(false, () => undefined);
  if (!loaded) throw new Error("the native module is not what Flint knows");
  let finishSampling: (error: Error) => void = () => undefined;
  class AddonContext {
    init = () => Promise.resolve(true);
    initBatch() {}
    addToBatch = () => Uint32Array.of(0);
    decodeBatch = () => Promise.reject(new Error("no cell is free"));
    sampleToken = () =>
      new Promise((_, reject) => {
        finishSampling = reject;
      });
  }
  const addon: Addon = Object.create(loaded.addon, { AddonContext: { value: AddonContext } });
  const model = await nativeBinding({ ...loaded, addon }, { singleThreaded: true }).load(NANO);
  onTestFinished(() => model.dispose());
  const sampler = model.sampler({ temperature: 0, topP: 1, seed: 0 });
  onTestFinished(() => sampler.dispose());
  const bound = await model.openContext({ sequences: 1, contextLength: 64, batchSize: 64, threads: 1 });

  let isTold = false;
  const failed = bound
    .run([{ sequence: 0, position: 0, tokens: Uint32Array.of(1), drafted: 0, sampler }])
    .finally(() => {
      isTold = true;
    });
  failed.catch(() => undefined);
  await nextTurn();
  expect(isTold).toBe(false);
  finishSampling(new Error("there are no logits"));
  await expect(failed).rejects.toThrow("no cell is free");
});
