import { createRequire } from "node:module";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { loadAddon } from "./addon.ts";
import type { Binding, BoundContext, BoundModel, Token } from "./binding.ts";
import { nativeBinding } from "./native.ts";
import { publicBinding } from "./public.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
const TEXTS = [
  "const sum = (a, b) => a + b;",
  "ok ? 'yes' : `no !`; // naïve — 東京 🚀",
  "<|user|> is spelled here, \t tabs,\r\n and   spaces . . .",
];
const CONTEXT = { sequences: 2, contextLength: 512, batchSize: 256, threads: 1 };

interface Opened {
  readonly binding: Binding;
  readonly model: BoundModel;
  readonly context: BoundContext;
}

async function open(binding: Binding): Promise<Opened> {
  const model = await binding.load(NANO);
  return { binding, model, context: await model.openContext(CONTEXT) };
}

let native: Opened;
let library: Opened;
beforeAll(async () => {
  const loaded = await loadAddon(false, () => undefined);
  if (!loaded)
    throw new Error("the native module is not what Flint knows: is node-llama-cpp's version right?");
  // A test's thread pool has more than one thread.
  native = await open(nativeBinding(loaded, { singleThreaded: false }));
  library = await open(await publicBinding(false, () => undefined));
});
afterAll(async () => {
  for (const { context, model } of [native, library]) {
    await context.dispose();
    await model.dispose();
  }
});

function promptOf({ model }: Opened): Token[] {
  const code = "function f(items) {\n  var total = 0;\n  return total;\n}";
  return [
    ...model.tokenize("<|user|>", true),
    ...model.tokenize("use const and let instead of var", false),
    ...model.tokenize("<|code|>", true),
    ...model.tokenize(code, false),
    ...model.tokenize("<|assistant|>", true),
  ];
}

/** Greedy output, a token at a time. */
async function decode(
  { model, context }: Opened,
  sequence: number,
  from: number,
  last: Token,
): Promise<Token[]> {
  const sampler = model.sampler({ temperature: 0, topP: 1, seed: 1 });
  const output: Token[] = [];
  for (let position = from, token = last; output.length < 100; position++) {
    const [sampled] = await context.run([
      { sequence, position, tokens: Uint32Array.of(token), drafted: 0, sampler },
    ]);
    token = sampled?.[0] ?? -1;
    if (model.isEnd(token)) break;
    output.push(token);
  }
  sampler.dispose();
  return output;
}

async function answer(opened: Opened, sequence = 0): Promise<Token[]> {
  const prompt = promptOf(opened);
  const [tokens, last] = [prompt.slice(0, -1), prompt.at(-1) ?? 0];
  await opened.context.truncate(sequence, 0);
  await opened.context.run([
    { sequence, position: 0, tokens: Uint32Array.from(tokens), drafted: 0, sampler: null },
  ]);
  return decode(opened, sequence, tokens.length, last);
}

test("both bindings report their path and variant", () => {
  expect(native.binding.info).toMatchObject({ path: "native", variant: "cpu" });
  expect(library.binding.info).toMatchObject({ path: "public", variant: "cpu" });
  expect(native.binding.info.systemInfo).toContain("CPU");
});

test("both bindings report the same model properties", () => {
  const known = ({ model: { size, bos, bosText, eosText } }: Opened) => ({ size, bos, bosText, eosText });
  expect(known(native)).toEqual(known(library));
  expect(native.model.cuttable).toBe(true);
});

test.each(TEXTS)("both bindings tokenize alike: %s", (text) => {
  for (const special of [false, true]) {
    expect(native.model.tokenize(text, special)).toEqual(library.model.tokenize(text, special));
  }
});

test.each(TEXTS)("the bytes of a text's tokens spell the text, including spaces: %s", (text) => {
  const bytes = native.model.tokenize(text, false).flatMap((token) => [...native.model.bytesOf(token)]);
  expect(new TextDecoder().decode(Uint8Array.from(bytes))).toBe(text);
});

test("a text has at least as many tokens as its bytes divided by `mostBytes`", () => {
  const most = native.model.mostBytes(4096);
  expect(most).toBeLessThan(100);
  const words = fc.constantFrom("return", " ", "\n", "        ", "function", "=====", "<|user|>", "é", "🚀");
  const texts = fc.array(fc.oneof(words, fc.string({ unit: "binary" })), { maxLength: 40 });
  fc.assert(
    fc.property(texts, fc.boolean(), (parts, special) => {
      const text = parts.join("");
      const tokens = native.model.tokenize(text, special).length;
      expect(tokens).toBeGreaterThanOrEqual(Buffer.byteLength(text) / most);
    }),
  );
});

test("a control token has no bytes", () => {
  const [token] = native.model.tokenize("<|assistant|>", true);
  expect(native.model.bytesOf(token ?? -1)).toHaveLength(0);
});

describe("greedy decoding", () => {
  test("gives the same tokens with both bindings", async () => {
    const tokens = await answer(native);
    expect(tokens.length).toBeGreaterThan(10);
    expect(await answer(library)).toEqual(tokens);
  });

  test.each([
    ["native", () => native],
    ["public", () => library],
  ])("accepts a draft up to its first wrong token and adds one of the model's own: %s", async (_, opened) => {
    const { context, model } = opened();
    const tokens = await answer(opened());
    const prompt = promptOf(opened());
    const sampler = model.sampler({ temperature: 0, topP: 1, seed: 1 });
    const wrong = tokens[5] === 40 ? 41 : 40;
    const draft = [...tokens.slice(0, 5), wrong, ...tokens.slice(6, 8)];
    await context.truncate(0, prompt.length - 1);
    const step = {
      sequence: 0,
      position: prompt.length - 1,
      tokens: Uint32Array.of(prompt.at(-1) ?? 0, ...draft),
    };
    const [sampled] = await context.run([{ ...step, drafted: draft.length, sampler }]);
    expect(sampled).toEqual(tokens.slice(0, 6));

    expect(await context.truncate(0, prompt.length + 5)).toBe(true);
    expect(await decode(opened(), 0, prompt.length + 5, tokens[5] ?? 0)).toEqual(tokens.slice(6));
    sampler.dispose();
  });

  test("continues identically in a copied sequence, which only the native binding supports", async () => {
    const tokens = await answer(native);
    expect(await native.context.copy(0, 1)).toBe(true);
    const start = promptOf(native).length;
    await native.context.truncate(1, start);
    expect(await decode(native, 1, start, tokens[0] ?? 0)).toEqual(tokens.slice(1));
    expect(await library.context.copy(0, 1)).toBe(false);
  });
});

test.each([
  ["with a draft that is to be decided", { drafted: 1, margin: 1 }, {}],
  ["where it is told how sure the model is", { drafted: 0 }, { weighed: true }],
])("a step fails if the model's output is not a number: %s", async (_, item, config) => {
  const loaded = await loadAddon(false, () => undefined);
  if (!loaded) throw new Error("there is no native module");
  class NoNumbers extends loaded.addon.AddonContext {
    override sampleToken = vi.fn().mockResolvedValue([0, undefined, undefined, [0, Number.NaN], Number.NaN]);
  }
  const addon = Object.create(loaded.addon, { AddonContext: { value: NoNumbers } });
  const { model, context } = await open(nativeBinding({ ...loaded, addon }, { singleThreaded: false }));
  onTestFinished(() => model.dispose());
  onTestFinished(() => context.dispose());
  const sampler = model.sampler({ temperature: 0, topP: 1, seed: 1, ...config });
  onTestFinished(() => sampler.dispose());
  const tokens = Uint32Array.from(model.tokenize("const sum", false));
  const step = { sequence: 0, position: 0, tokens, sampler, ...item };
  await expect(context.run([step])).rejects.toThrow("the model's output is not a number");
});

test("loading a file that is not a model is rejected", async () => {
  await expect(native.binding.load("/dev/null")).rejects.toThrow();
});
