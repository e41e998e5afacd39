import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Burst, Prompt } from "../../contract/index.ts";
import { Drafts } from "../../draft/index.ts";
import type { OutputParser } from "../../prompt/index.ts";
import { loadAddon } from "../binding/addon.ts";
import type { Addon } from "../binding/addon-types.ts";
import { nativeBinding } from "../binding/native.ts";
import { planOf } from "../fit/index.ts";
import { readGguf } from "../gguf.ts";
import { runtimeOptions } from "../options.ts";
import { Answer } from "./answer.ts";
import { toEngineError } from "./fault.ts";
import { Generation, type GenerationEnd } from "./generation.ts";
import { LoadedModel } from "./loaded-model.ts";
import { Prefill } from "./prefill.ts";
import { ThreadState } from "./thread-state.ts";

type SamplerConfig = Parameters<InstanceType<Addon["AddonSampler"]>["applyConfig"]>[0];

const path = createRequire(import.meta.url).resolve("@flint/nano/nano-v4.q4_0.gguf");
const reference = { id: "nano", path };
/** Steps of an answer after which what reads it, or holds it, fails. */
const SOUND_STEPS = 5;

const warnings: string[] = [];
let model: LoadedModel;
let threads = 0;
let heldSamples = 0;
let heldFails = false;
beforeAll(async () => {
  const loaded = await loadAddon(false, () => undefined);
  if (!loaded) throw new Error("the native module is not what Flint knows");
  const held = new WeakSet<object>();
  class Sampler extends loaded.addon.AddonSampler {
    override applyConfig(config: SamplerConfig): void {
      if ("grammarEvaluationState" in config) held.add(this);
      super.applyConfig(config);
    }
  }
  const { sampleToken } = loaded.addon.AddonContext.prototype;
  class Context extends loaded.addon.AddonContext {
    override sampleToken = vi.fn(function (this: Context, ...given: Parameters<typeof sampleToken>) {
      const isHeld = held.has(given[1] as object);
      if (heldFails && isHeld && ++heldSamples > SOUND_STEPS) throw new Error("the grammar is lost");
      return Reflect.apply(sampleToken, this, given);
    }) as typeof sampleToken;
  }
  const addon: Addon = Object.create(loaded.addon, {
    AddonSampler: { value: Sampler },
    AddonContext: { value: Context },
  });
  const options = runtimeOptions({ calibration: "never", contextLength: 512, sequences: 4 });
  const header = await readGguf(path);
  model = await LoadedModel.load({
    binding: nativeBinding({ ...loaded, addon }, { singleThreaded: false }),
    ...{ reference, header, options, plan: planOf(header, options) },
    stepping() {},
    stepped() {},
    onProgress() {},
    warn: (text) => warnings.push(text),
  });
});
afterAll(() => model.dispose());

const asked = (wish: string): Prompt => ({
  tip: {
    parent: null,
    items: [{ role: "user", content: `\`\`\`js\nvar a = 1;\nvar b = a;\n\`\`\`\n${wish}` }],
  },
  ...{ instructions: null, tools: [] },
});

interface Own {
  readonly parser?: (usual: OutputParser) => OutputParser;
  readonly grammar?: string;
  readonly drafts?: Drafts | null;
}

interface Said {
  readonly bursts: readonly Burst[];
  readonly end: GenerationEnd;
}

async function answer(
  wish: string,
  { parser = (usual) => usual, grammar, drafts = null }: Own = {},
): Promise<Said> {
  const thread = new ThreadState(++threads, reference, null);
  model.setPrompt(thread, asked(wish));
  await new Promise<void>((resolve, reject) => {
    model.loop.add(new Prefill(thread, { progress() {}, done: () => resolve(), failed: reject }));
  });
  const reading = thread.latestPrompt?.rendered.reading;
  if (!reading) throw new Error("the thread has no prompt");
  const bursts: Burst[] = [];
  const end = await new Promise<GenerationEnd>((resolve) => {
    model.loop.add(
      new Generation({
        ...{ thread, drafts, contextLength: 512, maxTokens: 40 },
        sampler: model.sampler({ temperature: 0, topP: 1, seed: 1 }, grammar ?? null),
        answer: new Answer({ ends: [], stop: [], parser: parser(reading.parser()), maxCalls: 1 }),
        isEnd: (token) => model.boundModel.isEnd(token),
        bytesOf: (token) => model.bytesOf(token),
        fault: (cause) => toEngineError(cause, (text) => warnings.push(text)),
        bursts: (more) => bursts.push(...more),
        ended: resolve,
      }),
    );
  });
  model.sequences.release(thread);
  return { bursts, end };
}

/** Fails after some pushes, and whenever it is asked for the rest. */
const brokenParser = (usual: OutputParser): OutputParser => {
  let pushes = 0;
  return {
    push(text) {
      if (++pushes > SOUND_STEPS) throw new RangeError("the parser has lost its place");
      return usual.push(text);
    },
    end() {
      throw new RangeError("the parser has lost its place");
    },
  };
};
const brokenEnd = (usual: OutputParser): OutputParser => ({
  push: (text) => usual.push(text),
  end() {
    throw new RangeError("the parser has lost its place");
  },
});
const DIGITS = "root ::= [0-9]{30}\n";

function brokenDrafts(): Drafts {
  let steps = 0;
  const source = {
    agreement: 1,
    proposal(): Uint32Array {
      if (++steps > SOUND_STEPS) throw new TypeError("the draft is gone");
      return new Uint32Array(0);
    },
    push() {},
  };
  const terms = { known: true, beside: 0, cost: () => 1, doubtful: () => false, max: 8, exact: false };
  return new Drafts([source], terms);
}

test.each<[string, string, () => Own]>([
  ["a parser that fails as it reads", "the parser has lost its place", () => ({ parser: brokenParser })],
  ["a parser that fails at its end", "the parser has lost its place", () => ({ parser: brokenEnd })],
  ["a grammar that fails", "the grammar is lost", () => ({ grammar: DIGITS })],
  ["a draft that fails", "the draft is gone", () => ({ drafts: brokenDrafts() })],
])("%s fails only its own answer, and concurrent answers are unchanged", async (_name, reason, own) => {
  const wishes = ["use const", "rename a to total"];
  const alone: Said[] = [];
  for (const wish of wishes) alone.push(await answer(wish));

  [heldSamples, heldFails] = [0, true];
  warnings.length = 0;
  const [first, broken, second] = await Promise.all([
    answer(wishes[0] ?? ""),
    answer("use const", own()),
    answer(wishes[1] ?? ""),
  ]);
  heldFails = false;

  expect([first, second]).toEqual(alone);
  expect(broken?.end).toMatchObject({
    reason: "error",
    confidence: null,
    error: { code: "engine_crashed", message: expect.stringContaining(reason) },
  });
  expect(broken?.end.error?.message).toContain("other requests are not affected");
  expect(broken?.end.outputTokens).toBeGreaterThan(1);
  expect(warnings[0]).toContain(reason);
  expect(warnings).toHaveLength(1);

  // Nor is what comes after it any different.
  expect(await answer(wishes[0] ?? "")).toEqual(alone[0]);
});
