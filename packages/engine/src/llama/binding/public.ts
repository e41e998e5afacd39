import type { Llama, LlamaContext, LlamaContextSequence, LlamaModel } from "node-llama-cpp";
import type {
  BatchItem,
  Binding,
  BoundContext,
  BoundModel,
  ContextOptions,
  Gpu,
  LoadOptions,
  Sampler,
  SamplingConfig,
  Token,
} from "./binding.ts";
import { continuationTokenizer } from "./continuation-tokenizer.ts";
import { nativeSeed } from "./seed.ts";

const encoder = new TextEncoder();

/**
 * Creates a binding with node-llama-cpp's public API, for unsupported versions of its native module. It starts and
 * decodes more slowly, and cannot copy a sequence's state.
 */
export async function publicBinding(gpu: Gpu, log: (message: string) => void): Promise<Binding> {
  // Imported here because it takes a third of a second.
  const { getLlama, LlamaLogLevel } = await import("node-llama-cpp");
  const llama = await getLlama({
    gpu,
    build: "never",
    progressLogs: false,
    skipDownload: true,
    logLevel: LlamaLogLevel.warn,
    logger: (_level, message) => log(`${message}\n`),
  });
  return {
    info: {
      version: llama.llamaCppRelease.release,
      path: "public",
      variant: llama.gpu === false ? "cpu" : llama.gpu,
      devices: await llama.getGpuDeviceNames(),
      gpuMemory: null,
      systemInfo: llama.systemInfo.trim(),
    },
    // The library decides about GPU layers itself.
    gpuMemory: () => null,
    load: (path, options) => loadModel(llama, path, options),
  };
}

async function loadModel(llama: Llama, path: string, { onProgress }: LoadOptions = {}): Promise<BoundModel> {
  const model = await llama.loadModel({ modelPath: path, ...(onProgress && { onLoadProgress: onProgress }) });
  const { bos, bosString, eosString, shouldPrependBosToken } = model.tokens;
  const tokenize = (text: string, special: boolean) => model.tokenize(text, special);
  const tokenizeOn = continuationTokenizer(tokenize);
  return {
    size: model.size,
    bos: shouldPrependBosToken ? bos : null,
    bosText: bosString ?? "",
    eosText: eosString ?? "",
    cuttable: true,
    tokenize: (text, special, goesOn = false) => (goesOn ? tokenizeOn : tokenize)(text, special),
    bytesOf: (token) =>
      encoder.encode(model.detokenize([token as ReturnType<typeof model.tokenize>[number]])),
    mostBytes: () => Number.POSITIVE_INFINITY,
    isEnd: (token) => model.isEogToken(token as ReturnType<typeof model.tokenize>[number]),
    silentTokens: () => [],
    sampler: (config, grammar) => {
      if (grammar) throw new Error("its public interface cannot hold tokens to a grammar");
      return new PublicSampler(config);
    },
    openContext: (options) => openContext(model, options),
    dispose: () => model.dispose(),
  };
}

class PublicSampler implements Sampler {
  readonly config: SamplingConfig;
  readonly stuck = false;
  readonly fault = null;
  readonly uncertainty = null;

  constructor(config: SamplingConfig) {
    this.config = config;
  }

  dispose(): void {
    // The library has no state between calls.
  }
}

async function openContext(model: LlamaModel, options: ContextOptions): Promise<BoundContext> {
  const context = await model.createContext({
    contextSize: options.contextLength,
    sequences: options.sequences,
    batchSize: options.batchSize,
    threads: options.threads,
    flashAttention: options.flashAttention ?? "auto",
    swaFullCache: true,
  });
  const sequences = Array.from({ length: options.sequences }, () => context.getSequence());
  return new PublicContext(context, sequences);
}

class PublicContext implements BoundContext {
  readonly #context: LlamaContext;
  readonly #sequences: readonly LlamaContextSequence[];

  constructor(context: LlamaContext, sequences: readonly LlamaContextSequence[]) {
    this.#context = context;
    this.#sequences = sequences;
  }

  run(items: readonly BatchItem[]): Promise<readonly (readonly Token[])[]> {
    return Promise.all(items.map((item) => this.#evaluate(item)));
  }

  async #evaluate({ sequence, tokens, drafted, position, sampler }: BatchItem): Promise<Token[]> {
    const first = tokens.length - drafted - 1;
    type Input = Parameters<LlamaContextSequence["controlledEvaluate"]>[0][number];
    const input = Array.from(tokens, (token, index): Input => {
      const known = token as Extract<Input, number>;
      if (sampler === null || index < first) return known;
      const { temperature, topP, seed } = sampler.config;
      // Each call creates a sampler, so the seed must differ per token.
      const options = { temperature, topP, seed: nativeSeed(seed + position + index) };
      return [known, { generateNext: { token: true, options } }];
    });
    const results = await this.#sequence(sequence).controlledEvaluate(input);
    const output: Token[] = [];
    for (const [index, result] of results.entries()) {
      const token = result?.next.token;
      if (token === undefined || token === null || sampler === null || index < first) continue;
      output.push(token);
      if (token !== tokens[index + 1]) break;
    }
    return output;
  }

  bestTwo(): Promise<null> {
    return Promise.resolve(null);
  }

  async truncate(sequence: number, length: number): Promise<boolean> {
    const target = this.#sequence(sequence);
    await target.eraseContextTokenRanges([{ start: length, end: target.nextTokenIndex }]);
    if (target.nextTokenIndex === length) return true;
    await target.clearHistory();
    return false;
  }

  copy(): Promise<boolean> {
    return Promise.resolve(false);
  }

  save(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async load(sequence: number): Promise<null> {
    await this.truncate(sequence, 0);
    return null;
  }

  setThreads(): void {
    // The library manages threads itself.
  }

  dispose(): Promise<void> {
    return this.#context.dispose();
  }

  #sequence(sequence: number): LlamaContextSequence {
    const found = this.#sequences[sequence];
    if (!found) throw new RangeError(`there is no sequence ${sequence}`);
    return found;
  }
}
