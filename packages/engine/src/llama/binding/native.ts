import { setImmediate } from "node:timers/promises";
import { gpuMemoryOf, type LoadedAddon } from "./addon.ts";
import type { Addon, AddonContext, AddonModel } from "./addon-types.ts";
import { allEnded } from "./all-ended.ts";
import { isDecided, SURE, weightOf } from "./best-logits.ts";
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
import { goingOn } from "./going-on.ts";
import { NativeSampler } from "./native-sampler.ts";
import { bytesOfSpelling, isSilent, mostBytesOfToken, type TokenSpelling } from "./token-bytes.ts";

const ALL_LAYERS = 999;
const NO_ROWS = new Uint32Array(0);
const NO_OUTPUT: readonly Token[] = [];
/** Tokens of context up to which attention may be computed without flash attention, see `#flashAttention`. */
const PLAIN_ATTENTION_CONTEXT = 2048;

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
    throw new Error(`llama.cpp cannot load the file (${loadError() ?? "no reason given"})`);
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
  readonly #goingOn = goingOn((text, special) => this.tokenize(text, special));
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
    this.bosText = this.#spelling(model.tokenBos());
    this.eosText = this.#spelling(model.tokenEos());
    const architecture = model.getModelDescription().split(" ", 1)[0] ?? "";
    this.cuttable = !addon.getIsArchRecurrent(architecture) && !addon.getIsArchHybrid(architecture);
  }

  #spelling(token: Token): string {
    return token < 0 ? "" : (this.#model.getTokenString(token) ?? "");
  }

  tokenize(text: string, special: boolean, goesOn = false): readonly Token[] {
    return goesOn ? this.#goingOn(text, special) : Array.from(this.#model.tokenize(text, special));
  }

  bytesOf(token: Token): Uint8Array {
    let bytes = this.#bytes.get(token);
    if (!bytes) {
      bytes =
        bytesOfSpelling(this.#spelled(token), this.#vocabulary) ??
        new TextEncoder().encode(this.#model.detokenize(Uint32Array.of(token), false));
      this.#bytes.set(token, bytes);
    }
    return bytes;
  }

  #spelled(token: Token): TokenSpelling {
    return { text: this.#spelling(token), attributes: this.#model.getTokenAttributes(token) };
  }

  mostBytes(vocabulary: number): number {
    this.#mostBytes ??= mostBytesOfToken(
      Array.from({ length: vocabulary }, (_, token) => this.#spelled(token)),
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
   * On a CPU, attention in plain matrix products decodes models of 16-bit weights a fifth faster than flash attention,
   * verifies drafts of up to 32 tokens up to a third faster, and reads prompts a tenth slower. Its scratch memory grows
   * with the context, so that is for short ones. For quantised weights there is little in it, and flash attention gives
   * a batch of less than 64 tokens the very numbers that single tokens give.
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
    // The batch has its own copy: the drafts' tokens are kept to be held against what the model says.
    const drafts = items.map(({ tokens, drafted }) => (drafted === 0 ? NO_ROWS : tokens.slice(-drafted)));
    const decoded = context.decodeBatch();
    if (!this.#singleThreaded) await decoded;
    const [, ...sampled] = await allEnded([
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
    if (draft.length === 0 && !sampler.held && !sampler.weighed)
      return this.#sampleOne(rows[0] ?? 0, sampler);
    const greedy = sampler.config.temperature === 0;
    if (sampler.held) return this.#verifyOneByOne(rows, draft, sampler, greedy ? margin : 0);
    return sampler.weighed || (greedy && margin > 0)
      ? this.#verifyByLogits(rows, draft, sampler, margin)
      : this.#verify(rows, draft, sampler, this.#singleThreaded && greedy ? rows.length : 1);
  }

  async #sampleOne(row: number, sampler: NativeSampler): Promise<readonly Token[]> {
    return [checked(await this.#context.sampleToken(row, sampler.native))];
  }

  /**
   * `ahead`: rows sampled at once. What lies behind a refusal is less work than a way back and forth, but a draw more of
   * a repeatable sampler.
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
        output.push(checked(token));
        if (token !== draft[output.length - 1]) return output;
      }
    }
    return output;
  }

  /** Under a grammar, which is where the last token has brought it: nothing may be sampled that is not taken. */
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
        if (!isDecided(checkedLogits(logits), margin)) return output;
      }
      const [token] = await this.#tokens(Uint32Array.of(row), sampler);
      if (token === undefined) return output;
      output.push(checked(token));
      if (token !== draft[output.length - 1]) return output;
    }
    return output;
  }

  async #tokens(rows: Uint32Array, sampler: NativeSampler): Promise<readonly Token[]> {
    try {
      return await allEnded(Array.from(rows, (row) => this.#context.sampleToken(row, sampler.native)));
    } catch (cause) {
      if (!sampler.held || !(cause instanceof Error)) throw cause;
      // llama.cpp gives the best of the tokens that are all ruled out, and then cannot go on with it.
      if (cause.message.includes("empty grammar stack")) sampler.stuck = true;
      // A grammar that fails otherwise is no other answer's either. Where the step has failed, that is told besides.
      else sampler.fault = cause;
      return [];
    }
  }

  /** As far as the best token is `margin` above the next one, where there is a margin. */
  async #verifyByLogits(
    rows: Uint32Array,
    draft: Uint32Array,
    sampler: NativeSampler,
    margin: number,
  ): Promise<readonly Token[]> {
    const results = await allEnded(
      Array.from(rows, (row) => this.#context.sampleToken(row, sampler.best, false, false, true)),
    );
    const logits = results.map(([, , , ofBest]) => checkedLogits(ofBest));
    const output: Token[] = [];
    for (const ofBest of logits) {
      if (margin > 0 && draft.length > 0 && !isDecided(ofBest, margin)) break;
      const [token = -1] = ofBest;
      output.push(checked(token));
      if (token !== draft[output.length - 1]) break;
    }
    if (sampler.weighed) await this.#weigh(rows.subarray(0, output.length), logits, sampler);
    return output;
  }

  /** The whole vocabulary is added up only for the tokens that the model is not sure of. */
  async #weigh(
    rows: Uint32Array,
    logits: readonly (readonly number[])[],
    sampler: NativeSampler,
  ): Promise<void> {
    const weights = Array.from(rows, (row, index) => {
      const weight = weightOf(logits[index] ?? []);
      return weight < SURE ? weight : this.#weight(row, sampler);
    });
    sampler.weigh(await allEnded(weights));
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
      // The module says no more than that it failed.
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

function checked(token: Token): Token {
  if (token < 0) throw new Error(NO_TOKEN);
  return token;
}

/** Where they are no numbers, llama.cpp takes any token for the best, and none would count as decided. */
function checkedLogits(logits: readonly number[]): readonly number[] {
  if (!Number.isFinite(logits[1])) throw new Error(NO_TOKEN);
  return logits;
}

const LAST_OF_ONE = Uint32Array.of(0);

/** The last `count` of `length` tokens. */
function rowsFor(count: number, length: number): Uint32Array {
  if (count === 0) return NO_ROWS;
  if (count === 1 && length === 1) return LAST_OF_ONE;
  return Uint32Array.from({ length: count }, (_, index) => length - count + index);
}
