import { setImmediate } from "node:timers/promises";
import { gpuMemoryOf, type LoadedAddon } from "./addon.ts";
import type { Addon, AddonContext, AddonGrammarState, AddonModel, AddonSampler } from "./addon-types.ts";
import type {
  BatchItem,
  Binding,
  BoundContext,
  BoundModel,
  ContextOptions,
  LoadOptions,
  Sampler,
  SamplingConfig,
  SamplingGrammar,
  Token,
} from "./binding.ts";
import { TooLittleMemory } from "./binding.ts";
import { bytesOfSpelling, isSilent } from "./token-bytes.ts";

const ALL_LAYERS = 999;
const NO_ROWS = new Uint32Array(0);

export interface NativeOptions {
  /**
   * The thread pool has one thread, so that calls run in the order in which they are made. Then a step's calls are
   * made at once, and the pool goes from one to the next without a detour through the event loop.
   */
  readonly singleThreaded: boolean;
}

/** The binding that drives llama.cpp's own calls, one batch at a time. */
export function nativeBinding(loaded: LoadedAddon, options: NativeOptions): Binding {
  const { addon, info } = loaded;
  return {
    info,
    gpuMemory: () => gpuMemoryOf(addon, info.variant),
    load: (path, load = {}) => loadModel(loaded, path, load, options),
  };
}

async function loadModel(
  { addon, info, loadError }: LoadedAddon,
  path: string,
  { gpuLayers = ALL_LAYERS, onProgress = () => undefined }: LoadOptions,
  options: NativeOptions,
): Promise<BoundModel> {
  const model = new addon.AddonModel(path, {
    addonExports: addon,
    gpuLayers: info.variant === "cpu" ? 0 : gpuLayers,
    useMmap: true,
    onLoadProgress: onProgress,
    hasLoadAbortSignal: false,
  });
  if (!(await model.init())) {
    // What is logged comes by way of the event loop, as the result does.
    await setImmediate();
    throw new Error(`llama.cpp cannot load the file (${loadError() ?? "it does not say why"})`);
  }
  return new NativeModel(addon, model, options);
}

class NativeModel implements BoundModel {
  readonly #addon: Addon;
  readonly #model: AddonModel;
  readonly #options: NativeOptions;
  readonly #bytes = new Map<Token, Uint8Array>();
  readonly #vocabulary: number;
  #silent: readonly Token[] | null = null;
  readonly size: number;
  readonly bos: Token | null;
  readonly bosText: string;
  readonly eosText: string;
  readonly cuttable: boolean;

  constructor(addon: Addon, model: AddonModel, options: NativeOptions) {
    this.#addon = addon;
    this.#model = model;
    this.#options = options;
    this.#vocabulary = model.getVocabularyType();
    this.size = model.getModelSize();
    this.bos = model.shouldPrependBosToken() ? model.tokenBos() : null;
    this.bosText = this.#spelling(model.tokenBos());
    this.eosText = this.#spelling(model.tokenEos());
    const architecture = model.getModelDescription().split(" ", 1)[0] ?? "";
    this.cuttable = !addon.getIsArchRecurrent(architecture) && !addon.getIsArchHybrid(architecture);
  }

  #spelling(token: Token): string {
    return token < 0 ? "" : (this.#model.getTokenString(token) ?? "");
  }

  tokenize(text: string, special: boolean): readonly Token[] {
    return Array.from(this.#model.tokenize(text, special));
  }

  bytesOf(token: Token): Uint8Array {
    let bytes = this.#bytes.get(token);
    if (!bytes) {
      const spelling = {
        text: this.#spelling(token),
        attributes: this.#model.getTokenAttributes(token),
      };
      bytes =
        bytesOfSpelling(spelling, this.#vocabulary) ??
        new TextEncoder().encode(this.#model.detokenize(Uint32Array.of(token), false));
      this.#bytes.set(token, bytes);
    }
    return bytes;
  }

  isEnd(token: Token): boolean {
    return this.#model.isEogToken(token);
  }

  silentTokens(vocabulary: number): readonly Token[] {
    this.#silent ??= Array.from({ length: vocabulary }, (_, token) => token).filter(
      (token) => isSilent(this.#model.getTokenAttributes(token)) && !this.#model.isEogToken(token),
    );
    return this.#silent;
  }

  sampler(config: SamplingConfig, grammar: SamplingGrammar | null = null): Sampler {
    // Parsed before there is a sampler to be disposed of.
    const state = grammar && this.#grammarState(grammar.gbnf);
    const native = new this.#addon.AddonSampler(this.#model);
    native.applyConfig({ ...config, ...(state && { grammarEvaluationState: state, ...never(grammar) }) });
    return new NativeSampler(native, config, state !== null);
  }

  #grammarState(gbnf: string): AddonGrammarState {
    const grammar = new this.#addon.AddonGrammar(gbnf, { addonExports: this.#addon });
    return new this.#addon.AddonGrammarEvaluationState(this.#model, grammar);
  }

  async openContext(options: ContextOptions): Promise<BoundContext> {
    const context = new this.#addon.AddonContext(this.#model, {
      contextSize: options.contextLength * options.sequences,
      batchSize: options.batchSize,
      sequences: options.sequences,
      flashAttention: options.flashAttention ?? "auto",
      threads: options.threads,
      swaFullCache: true,
    });
    if (!(await context.init())) throw new TooLittleMemory("llama.cpp cannot make a context");
    return new NativeContext(context, this.#options);
  }

  dispose(): Promise<void> {
    return this.#model.dispose();
  }
}

class NativeSampler implements Sampler {
  readonly native: AddonSampler;
  readonly config: SamplingConfig;
  /** Whether a grammar goes along with every token that is sampled. */
  readonly held: boolean;
  stuck = false;

  constructor(native: AddonSampler, config: SamplingConfig, held: boolean) {
    this.native = native;
    this.config = config;
    this.held = held;
  }

  dispose(): void {
    this.native.dispose();
  }
}

class NativeContext implements BoundContext {
  readonly #context: AddonContext;
  readonly #singleThreaded: boolean;

  constructor(context: AddonContext, { singleThreaded }: NativeOptions) {
    this.#context = context;
    this.#singleThreaded = singleThreaded;
  }

  async run(items: readonly BatchItem[]): Promise<readonly (readonly Token[])[]> {
    const context = this.#context;
    context.initBatch(items.reduce((total, item) => total + item.tokens.length, 0));
    const rows = items.map((item) =>
      context.addToBatch(item.sequence, item.position, Uint32Array.from(item.tokens), wantedRows(item)),
    );
    const decoded = context.decodeBatch();
    if (!this.#singleThreaded) await decoded;
    const sampled = Promise.all(items.map((item, index) => this.#sample(item, rows[index] ?? NO_ROWS)));
    await Promise.all([decoded, sampled]);
    return sampled;
  }

  async #sample(item: BatchItem, rows: Uint32Array): Promise<Token[]> {
    const { sampler, tokens, drafted } = item;
    const output: Token[] = [];
    if (!(sampler instanceof NativeSampler)) return output;
    // A greedy draft's rows are sampled all at once: what lies behind a refusal is less work than a way back and forth.
    // A grammar has to stop there, as it is where the last token has brought it.
    const isAhead = this.#singleThreaded && sampler.config.temperature === 0 && !sampler.held;
    const ahead = isAhead ? rows.length : 1;
    const draft = tokens.slice(tokens.length - drafted);
    while (output.length < rows.length) {
      const group = rows.subarray(output.length, output.length + ahead);
      const next = await this.#tokens(group, sampler);
      if (sampler.stuck) return output;
      for (const token of next) {
        if (token < 0) throw new Error("llama.cpp gave no token: the model's output is not a number");
        output.push(token);
        if (token !== draft[output.length - 1]) return output;
      }
    }
    return output;
  }

  async #tokens(rows: Uint32Array, sampler: NativeSampler): Promise<readonly Token[]> {
    const sampled = Promise.all(Array.from(rows, (row) => this.#context.sampleToken(row, sampler.native)));
    if (!sampler.held) return sampled;
    try {
      return await sampled;
    } catch (cause) {
      // llama.cpp gives the best of the tokens that are all ruled out, and then cannot go on with it.
      if (!(cause instanceof Error) || !cause.message.includes("empty grammar stack")) throw cause;
      sampler.stuck = true;
      return [];
    }
  }

  truncate(sequence: number, length: number): Promise<boolean> {
    const cut = this.#context.removeTokenCellsFromSequence(sequence, length, -1);
    if (!cut) this.#context.removeTokenCellsFromSequence(sequence, 0, -1);
    return Promise.resolve(cut);
  }

  async copy(from: number, to: number): Promise<boolean> {
    await this.#context.copySequenceStateFromOtherSequence(to, from);
    return true;
  }

  setThreads(threads: number): void {
    this.#context.setThreads(threads);
  }

  dispose(): Promise<void> {
    return this.#context.dispose();
  }
}

function never(grammar: SamplingGrammar | null) {
  const tokens = Uint32Array.from(grammar?.never ?? []);
  return { tokenBiasKeys: tokens, tokenBiasValues: new Float32Array(tokens.length).fill(-Infinity) };
}

/** Outputs are wanted for the draft's tokens and the one before them. */
function wantedRows({ sampler, tokens, drafted }: BatchItem): Uint32Array {
  if (sampler === null) return NO_ROWS;
  return Uint32Array.from({ length: drafted + 1 }, (_, index) => tokens.length - drafted - 1 + index);
}
