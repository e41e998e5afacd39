/** A token of a model's vocabulary. */
export type Token = number;

export interface BindingInfo {
  /** Version of node-llama-cpp. */
  readonly version: string;
  /** `native`: llama.cpp's functions are called directly. `public`: the library's own loop, slower and without fast forks. */
  readonly path: "native" | "public";
  readonly variant: "cpu" | "cuda" | "vulkan" | "metal";
  /** Names of the GPUs in use; empty with the variant `cpu`. */
  readonly devices: readonly string[];
  /** Their memory at the start; null if there is none or it is unknown. */
  readonly gpuMemory: GpuMemory | null;
  /** llama.cpp's line about the CPU instruction sets in use. */
  readonly systemInfo: string;
}

export interface SamplingConfig {
  /** 0 is greedy. */
  readonly temperature: number;
  readonly topP: number;
  readonly seed: number;
  /** Whether to compute {@link Sampler.uncertainty}. Default false. */
  readonly weighed?: boolean;
}

/** Constrains a sampler's tokens. */
export interface SamplingGrammar {
  /** The grammar in GBNF. Control tokens match by their spelling. */
  readonly gbnf: string;
  /** Tokens that are never sampled. */
  readonly never: readonly Token[];
}

/** A sampler's state. Must be disposed when its generation ends. */
export interface Sampler {
  readonly config: SamplingConfig;
  /** Whether no token of the vocabulary satisfies the grammar, which cut the last output short. */
  readonly stuck: boolean;
  /** The sampler's own error, which cut the last output short; null if there is none. */
  readonly fault: Error | null;
  /**
   * The model's uncertainty about its output: the sum over all tokens of the binary entropy of the token's probability,
   * in nats. Null if not requested or unavailable: with a temperature or a grammar, tokens do not follow the model's own
   * probabilities.
   */
  readonly uncertainty: number | null;
  dispose(): void;
}

/** The part of a batch that belongs to one sequence. */
export interface BatchItem {
  readonly sequence: number;
  /** Position of the first token in the sequence. */
  readonly position: number;
  /** Only read until `run` returns; may be reused afterwards. */
  readonly tokens: Uint32Array;
  /** How many of the last tokens are a draft to verify. */
  readonly drafted: number;
  /**
   * Minimum gap between the two best logits for a greedy draft's row to be trusted. The first row below it and all rows
   * after it are left undecided. Default 0: all are trusted.
   */
  readonly margin?: number;
  /** Null if no output is needed. */
  readonly sampler: Sampler | null;
}

export interface ContextOptions {
  readonly sequences: number;
  /** Tokens per sequence. */
  readonly contextLength: number;
  readonly batchSize: number;
  readonly threads: number;
  /** Default `auto`: if the backend supports it. */
  readonly flashAttention?: boolean | "auto";
}

/** The KV state of several sequences. Call one method at a time. */
export interface BoundContext {
  /**
   * Evaluates a batch. Resolves to each item's output: the accepted draft tokens plus one of the model's own, unless that
   * is undecided; empty for an item without a sampler. The cells of rejected draft tokens stay until {@link truncate}.
   */
  run(items: readonly BatchItem[]): Promise<readonly (readonly Token[])[]>;
  /**
   * Evaluates a batch. Resolves to the two best logits for the token after each of its tokens; null if the binding does
   * not support this.
   */
  bestTwo(
    item: Omit<BatchItem, "drafted">,
  ): Promise<readonly (readonly [best: number, next: number])[] | null>;
  /** Cuts a sequence to `length` tokens. Resolves to false if the model's memory cannot do that, and clears it then. */
  truncate(sequence: number, length: number): Promise<boolean>;
  /** Copies a sequence's state to another. Resolves to false if the binding does not support this. */
  copy(from: number, to: number): Promise<boolean>;
  /** Writes a sequence's state and tokens to a file. Resolves to false if the binding does not support this. */
  save(sequence: number, path: string, tokens: Uint32Array): Promise<boolean>;
  /**
   * Replaces a sequence's state by that of a file with at most `most` tokens, and resolves to these. If llama.cpp rejects
   * the file, resolves to null and clears the sequence.
   */
  load(sequence: number, path: string, most: number): Promise<readonly Token[] | null>;
  setThreads(threads: number): void;
  dispose(): Promise<void>;
}

export interface BoundModel {
  /** Size of all weights in bytes. */
  readonly size: number;
  /** The BOS token, if the model needs one before every prompt. */
  readonly bos: Token | null;
  readonly bosText: string;
  readonly eosText: string;
  /** Whether a sequence can be truncated cheaply, which speculation needs. */
  readonly cuttable: boolean;
  /**
   * Tokenizes text. `special`: parses control tokens spelled in the text. `goesOn`: the text continues other text, so
   * SentencePiece models must not add their leading space.
   */
  tokenize(text: string, special: boolean, goesOn?: boolean): readonly Token[];
  /** Returns a token's bytes, possibly an incomplete character; empty for a control token. */
  bytesOf(token: Token): Uint8Array;
  /** See `mostBytesOfToken`. `vocabulary`: the number of tokens. */
  mostBytes(vocabulary: number): number;
  isEnd(token: Token): boolean;
  /**
   * Returns the tokens, of `vocabulary` in total, that have no bytes and do not end an answer: their spelling never
   * reaches a reader.
   */
  silentTokens(vocabulary: number): readonly Token[];
  /** Throws if the grammar is invalid or the binding does not support grammars. */
  sampler(config: SamplingConfig, grammar?: SamplingGrammar | null): Sampler;
  openContext(options: ContextOptions): Promise<BoundContext>;
  dispose(): Promise<void>;
}

export interface LoadOptions {
  /** Layers on the GPU, if there is one. Default: all. */
  readonly gpuLayers?: number;
  /** Called with the fraction loaded, from 0 to 1. */
  onProgress?(part: number): void;
}

/** The memory of the GPUs in use, in bytes. */
export interface GpuMemory {
  readonly total: number;
  readonly used: number;
}

export interface Binding {
  readonly info: BindingInfo;
  /** Returns the memory of the GPUs; null if none is used or it is unknown. */
  gpuMemory(): GpuMemory | null;
  /** Rejects with llama.cpp's message if it cannot read the file. */
  load(path: string, options?: LoadOptions): Promise<BoundModel>;
}

/** A context could not be created for lack of memory. */
export class TooLittleMemory extends Error {}

/** `auto`: an installed GPU variant that finds a device, or else the CPU. */
export type Gpu = "auto" | "cuda" | "vulkan" | false;
