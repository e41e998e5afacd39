import { setImmediate } from "node:timers/promises";
import { gpuMemoryOf, type LoadedAddon } from "./addon.ts";
import type { Addon, AddonContext, AddonModel } from "./addon-types.ts";
import { CERTAIN_WEIGHT, isDecided, weightOf } from "./best-logits.ts";
import type {
  BatchItem,
  Binding,
  BindingInfo,
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
import { continuationTokenizer } from "./continuation-tokenizer.ts";
import { NativeSampler } from "./native-sampler.ts";
import { settleAll } from "./settle-all.ts";
import { bytesOfSpelling, isSilent, mostBytesOfToken, type TokenSpelling } from "./token-bytes.ts";

const ALL_LAYERS = 999;
const NO_ROWS = new Uint32Array(0);
const NO_OUTPUT: readonly Token[] = [];
/** The longest context, in tokens, for attention without flash attention; see `#flashAttention`. */
const PLAIN_ATTENTION_CONTEXT = 2048;

export interface NativeOptions {
  /**
   * Whether the thread pool has one thread, which runs calls in order. A step's calls are then queued together, and run
   * without returning to the event loop in between.
   */
  readonly singleThreaded: boolean;
}

/** Creates the binding that calls llama.cpp directly, one batch at a time. */
export function nativeBinding(loaded: LoadedAddon, options: NativeOptions): Binding {
  const { addon, info } = loaded;
  return {
    info,
    gpuMemory: () => gpuMemoryOf(addon, info.variant),
    load: (path, load = {}) => loadModel(loaded, path, load, options),
  };
}

async function loadModel(
  { addon, info, takeLoadError }: LoadedAddon,
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
    // Log lines arrive through the event loop, like the result: wait for them.
    await setImmediate();
    throw new Error(`llama.cpp cannot load the file (${takeLoadError() ?? "no reason given"})`);
  }
  return new NativeModel(addon, model, info.variant, options);
}

class NativeModel implements BoundModel {
  readonly #addon: Addon;
  readonly #model: AddonModel;
  readonly #variant: BindingInfo["variant"];
  readonly #options: NativeOptions;
  readonly #bytes = new Map<Token, Uint8Array>();
  readonly #vocabulary: number;
  readonly #tokenizeFurther = continuationTokenizer((text, special) => this.tokenize(text, special));
  #silent: readonly Token[] | null = null;
  #mostBytes: number | null = null;
  readonly size: number;
  readonly bos: Token | null;
  readonly bosText: string;
  readonly eosText: string;
  readonly cuttable: boolean;

  constructor(addon: Addon, model: AddonModel, variant: BindingInfo["variant"], options: NativeOptions) {
    this.#addon = addon;
    this.#model = model;
    this.#variant = variant;
    this.#options = options;
    this.#vocabulary = model.getVocabularyType();
    this.size = model.getModelSize();
    this.bos = model.shouldPrependBosToken() ? model.tokenBos() : null;
    this.bosText = this.#spellingText(model.tokenBos());
    this.eosText = this.#spellingText(model.tokenEos());
    const architecture = model.getModelDescription().split(" ", 1)[0] ?? "";
    this.cuttable = !addon.getIsArchRecurrent(architecture) && !addon.getIsArchHybrid(architecture);
  }

  #spellingText(token: Token): string {
    return token < 0 ? "" : (this.#model.getTokenString(token) ?? "");
  }

  tokenize(text: string, special: boolean, goesOn = false): readonly Token[] {
    return goesOn ? this.#tokenizeFurther(text, special) : Array.from(this.#model.tokenize(text, special));
  }

  bytesOf(token: Token): Uint8Array {
    let bytes = this.#bytes.get(token);
    if (!bytes) {
      bytes =
        bytesOfSpelling(this.#spellingOf(token), this.#vocabulary) ??
        new TextEncoder().encode(this.#model.detokenize(Uint32Array.of(token), false));
      this.#bytes.set(token, bytes);
    }
    return bytes;
  }

  #spellingOf(token: Token): TokenSpelling {
    return { text: this.#spellingText(token), attributes: this.#model.getTokenAttributes(token) };
  }

  mostBytes(vocabulary: number): number {
    this.#mostBytes ??= mostBytesOfToken(
      Array.from({ length: vocabulary }, (_, token) => this.#spellingOf(token)),
      this.#vocabulary,
    );
    return this.#mostBytes;
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
    return NativeSampler.of(this.#addon, this.#model, config, grammar);
  }

  async openContext(options: ContextOptions): Promise<BoundContext> {
    const context = new this.#addon.AddonContext(this.#model, {
      contextSize: options.contextLength * options.sequences,
      batchSize: options.batchSize,
      sequences: options.sequences,
      flashAttention: this.#flashAttention(options),
      threads: options.threads,
      swaFullCache: true,
    });
    if (!(await context.init())) throw new TooLittleMemory("llama.cpp cannot create a context");
    return new NativeContext(context, this.#options);
  }

  /**
   * Decides whether to use flash attention. On CPUs, plain attention decodes 16-bit models a fifth faster, verifies drafts
   * of up to 32 tokens up to a third faster, and reads prompts a tenth slower; its scratch memory grows with the context,
   * so it is only used for short ones. With quantized weights the gain is small, and flash attention makes batches of
   * fewer than 64 tokens exact.
   */
  #flashAttention({ flashAttention = "auto", contextLength }: ContextOptions): boolean | "auto" {
    if (flashAttention !== "auto" || this.#variant !== "cpu") return flashAttention;
    const is16Bit = /\bB?F(16|32)\b/.test(this.#model.getModelDescription());
    return is16Bit && contextLength <= PLAIN_ATTENTION_CONTEXT ? false : "auto";
  }

  dispose(): Promise<void> {
    return this.#model.dispose();
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
    let size = 0;
    for (const item of items) size += item.tokens.length;
    context.initBatch(size);
    const rows = items.map(({ sequence, position, tokens, drafted, sampler }) =>
      context.addToBatch(
        sequence,
        position,
        tokens,
        rowsFor(sampler === null ? 0 : drafted + 1, tokens.length),
      ),
    );
    // Copy the drafts, to compare them with the model's output after the batch.
    const drafts = items.map(({ tokens, drafted }) => (drafted === 0 ? NO_ROWS : tokens.slice(-drafted)));
    const decoded = context.decodeBatch();
    if (!this.#singleThreaded) await decoded;
    const [, ...sampled] = await settleAll([
      decoded.then(() => NO_OUTPUT),
      ...items.map((item, index) => this.#sample(item, rows[index] ?? NO_ROWS, drafts[index] ?? NO_ROWS)),
    ]);
    return sampled;
  }

  #sample(
    { sampler, margin = 0 }: BatchItem,
    rows: Uint32Array,
    draft: Uint32Array,
  ): Promise<readonly Token[]> | readonly Token[] {
    if (!(sampler instanceof NativeSampler)) return NO_OUTPUT;
    if (draft.length === 0 && !sampler.isConstrained && !sampler.weighed)
      return this.#sampleOne(rows[0] ?? 0, sampler);
    const greedy = sampler.config.temperature === 0;
    if (sampler.isConstrained) return this.#verifyOneByOne(rows, draft, sampler, greedy ? margin : 0);
    return sampler.weighed || (greedy && margin > 0)
      ? this.#verifyByLogits(rows, draft, sampler, margin)
      : this.#verify(rows, draft, sampler, this.#singleThreaded && greedy ? rows.length : 1);
  }

  async #sampleOne(row: number, sampler: NativeSampler): Promise<readonly Token[]> {
    return [requireToken(await this.#context.sampleToken(row, sampler.native))];
  }

  /**
   * Verifies drafts by sampling rows. `ahead`: rows sampled at once. Sampling beyond a rejection costs less than a round
   * trip, but advances the random state of a reproducible sampler.
   */
  async #verify(
    rows: Uint32Array,
    draft: Uint32Array,
    sampler: NativeSampler,
    ahead: number,
  ): Promise<readonly Token[]> {
    const output: Token[] = [];
    while (output.length < rows.length) {
      const group = rows.subarray(output.length, output.length + ahead);
      const next = await this.#tokens(group, sampler);
      for (const token of next) {
        output.push(requireToken(token));
        if (token !== draft[output.length - 1]) return output;
      }
    }
    return output;
  }

  /** Verifies drafts with a grammar: each sampled token advances it, so no token may be sampled that is not used. */
  async #verifyOneByOne(
    rows: Uint32Array,
    draft: Uint32Array,
    sampler: NativeSampler,
    margin: number,
  ): Promise<readonly Token[]> {
    const output: Token[] = [];
    for (const row of rows) {
      if (margin > 0 && draft.length > 0) {
        const [, , , logits] = await this.#context.sampleToken(row, sampler.best, false, false, true);
        if (!isDecided(requireNumbers(logits), margin)) return output;
      }
      const [token] = await this.#tokens(Uint32Array.of(row), sampler);
      if (token === undefined) return output;
      output.push(requireToken(token));
      if (token !== draft[output.length - 1]) return output;
    }
    return output;
  }

  async #tokens(rows: Uint32Array, sampler: NativeSampler): Promise<readonly Token[]> {
    try {
      return await settleAll(Array.from(rows, (row) => this.#context.sampleToken(row, sampler.native)));
    } catch (cause) {
      if (!sampler.isConstrained || !(cause instanceof Error)) throw cause;
      // If the grammar rules out all tokens, llama.cpp returns the best of them anyway, then fails to accept it.
      if (cause.message.includes("empty grammar stack")) sampler.stuck = true;
      // Other grammar failures only concern this answer. A failure of the step itself is reported separately.
      else sampler.fault = cause;
      return [];
    }
  }

  /** Verifies drafts up to the first row whose two best logits are within `margin`. */
  async #verifyByLogits(
    rows: Uint32Array,
    draft: Uint32Array,
    sampler: NativeSampler,
    margin: number,
  ): Promise<readonly Token[]> {
    const results = await settleAll(
      Array.from(rows, (row) => this.#context.sampleToken(row, sampler.best, false, false, true)),
    );
    const logits = results.map(([, , , ofBest]) => requireNumbers(ofBest));
    const output: Token[] = [];
    for (const ofBest of logits) {
      if (margin > 0 && draft.length > 0 && !isDecided(ofBest, margin)) break;
      const [token = -1] = ofBest;
      output.push(requireToken(token));
      if (token !== draft[output.length - 1]) break;
    }
    if (sampler.weighed) await this.#weigh(rows.subarray(0, output.length), logits, sampler);
    return output;
  }

  /** Computes weights, summing the whole vocabulary only for uncertain tokens. */
  async #weigh(
    rows: Uint32Array,
    logits: readonly (readonly number[])[],
    sampler: NativeSampler,
  ): Promise<void> {
    const weights = Array.from(rows, (row, index) => {
      const weight = weightOf(logits[index] ?? []);
      return weight < CERTAIN_WEIGHT ? weight : this.#weight(row, sampler);
    });
    sampler.weigh(await settleAll(weights));
  }

  async #weight(row: number, sampler: NativeSampler): Promise<number> {
    const [, , , , weight] = await this.#context.sampleToken(row, sampler.native, false, false, false, true);
    return weight;
  }

  async bestTwo({
    sequence,
    position,
    tokens,
    sampler,
  }: Omit<BatchItem, "drafted">): Promise<readonly (readonly [best: number, next: number])[] | null> {
    if (!(sampler instanceof NativeSampler)) return null;
    const context = this.#context;
    context.initBatch(tokens.length);
    const rows = context.addToBatch(sequence, position, tokens, rowsFor(tokens.length, tokens.length));
    await context.decodeBatch();
    const pairs: [number, number][] = [];
    for (const row of rows) {
      const [, , , logits] = await context.sampleToken(row, sampler.best, false, false, true);
      pairs.push([logits[1] ?? 0, logits[3] ?? 0]);
    }
    return pairs;
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

  async save(sequence: number, path: string, tokens: Uint32Array): Promise<boolean> {
    try {
      return (await this.#context.saveSequenceStateToFile(path, sequence, tokens)) > 0;
    } catch {
      // The module gives no reason.
      return false;
    }
  }

  async load(sequence: number, path: string, most: number): Promise<readonly Token[] | null> {
    try {
      return Array.from(await this.#context.loadSequenceStateFromFile(path, sequence, most));
    } catch {
      this.#context.removeTokenCellsFromSequence(sequence, 0, -1);
      return null;
    }
  }

  setThreads(threads: number): void {
    this.#context.setThreads(threads);
  }

  dispose(): Promise<void> {
    return this.#context.dispose();
  }
}

const NO_TOKEN = "llama.cpp gave no token: the model's output is not a number";

function requireToken(token: Token): Token {
  if (token < 0) throw new Error(NO_TOKEN);
  return token;
}

/** Throws if logits are not numbers: llama.cpp would then return an arbitrary token. */
function requireNumbers(logits: readonly number[]): readonly number[] {
  if (!Number.isFinite(logits[1])) throw new Error(NO_TOKEN);
  return logits;
}

const LAST_OF_ONE = Uint32Array.of(0);

/** Returns the indexes of the last `count` of `length` tokens. */
function rowsFor(count: number, length: number): Uint32Array {
  if (count === 0) return NO_ROWS;
  if (count === 1 && length === 1) return LAST_OF_ONE;
  return Uint32Array.from({ length: count }, (_, index) => length - count + index);
}
