/** Token of a model's vocabulary. */
export type Token = number;

export interface BindingInfo {
  /** Version of node-llama-cpp. */
  readonly version: string;
  /** `native`: llama.cpp's calls one by one. `public`: the library's own loop, slower and without fast forks. */
  readonly path: "native" | "public";
  readonly variant: "cpu" | "cuda" | "vulkan" | "metal";
  /** Names of the GPUs in use; none with the variant `cpu`. */
  readonly devices: readonly string[];
  /** Their memory, as it was at the start; null where there is none, or nothing is known about it. */
  readonly gpuMemory: GpuMemory | null;
  /** llama.cpp's line about the instruction sets in use. */
  readonly systemInfo: string;
}

export interface SamplingConfig {
  /** 0 is greedy. */
  readonly temperature: number;
  readonly topP: number;
  readonly seed: number;
  /** Whether {@link Sampler.uncertainty} is wanted. Default false. */
  readonly weighed?: boolean;
}

/** What a sampler's tokens are held to. */
export interface SamplingGrammar {
  /** In GBNF. Control tokens match as they are spelled. */
  readonly gbnf: string;
  /** Tokens that are never sampled. */
  readonly never: readonly Token[];
}

/** A sampler's state. Dispose of it when its generation ends. */
export interface Sampler {
  readonly config: SamplingConfig;
  /** Whether no token of the vocabulary goes on with what the sampler is held to. Its last output was cut short by that. */
  readonly stuck: boolean;
  /** What the sampler itself failed with, null where nothing: its last output was cut short by that. */
  readonly fault: Error | null;
  /**
   * How unsure the model was of the tokens that it gave: for each the entropy of its being the one or not, in nats, and
   * the sum of them. Null where that is not wanted, or the binding cannot tell: of draws, and of tokens that are held to
   * something, the model's own numbers are not what they are from.
   */
  readonly uncertainty: number | null;
  dispose(): void;
}

/** One sequence's share of a batch. */
export interface BatchItem {
  readonly sequence: number;
  /** Position of the first token in the sequence. */
  readonly position: number;
  /** Read before `run` returns; may be used for something else after that. */
  readonly tokens: Uint32Array;
  /** How many of the last tokens are a draft, to be held against what the model says. */
  readonly drafted: number;
  /**
   * How far the best logit must be above the next one for a greedy draft's row to be believed. The first row that is
   * not is left undecided, and so are those behind it. Default 0: all are believed.
   */
  readonly margin?: number;
  /** Null where no output is wanted. */
  readonly sampler: Sampler | null;
}

export interface ContextOptions {
  readonly sequences: number;
  /** Tokens of one sequence. */
  readonly contextLength: number;
  readonly batchSize: number;
  readonly threads: number;
  /** Default `auto`: where the backend has it. */
  readonly flashAttention?: boolean | "auto";
}

/** The KV state of a number of sequences. One call at a time. */
export interface BoundContext {
  /**
   * Evaluates a batch. Gives each item's output: the draft's tokens that the model agrees with and one more of its
   * own, unless that is left undecided; nothing for an item without a sampler. The cells of refused draft tokens stay
   * until {@link truncate}.
   */
  run(items: readonly BatchItem[]): Promise<readonly (readonly Token[])[]>;
  /**
   * Evaluates a batch and gives, for each of its tokens, the logits of the best two tokens behind it.
   * Null where the binding cannot.
   */
  bestTwo(
    item: Omit<BatchItem, "drafted">,
  ): Promise<readonly (readonly [best: number, next: number])[] | null>;
  /** Cuts a sequence to `length` tokens. False where the model's memory cannot do that: it is empty then. */
  truncate(sequence: number, length: number): Promise<boolean>;
  /** Copies a sequence's state over another's. False where the binding cannot. */
  copy(from: number, to: number): Promise<boolean>;
  /** Writes a sequence's state and the tokens that it is of to a file. False where the binding cannot. */
  save(sequence: number, path: string, tokens: Uint32Array): Promise<boolean>;
  /**
   * Replaces a sequence's state by a file's, which has no more than `most` tokens, and gives these. Null where llama.cpp
   * refuses the file: the sequence is empty then.
   */
  load(sequence: number, path: string, most: number): Promise<readonly Token[] | null>;
  setThreads(threads: number): void;
  dispose(): Promise<void>;
}

export interface BoundModel {
  /** Bytes of all weights. */
  readonly size: number;
  /** The BOS token, where the model wants one in front of every prompt. */
  readonly bos: Token | null;
  readonly bosText: string;
  readonly eosText: string;
  /** Whether the end of a sequence can be cut off cheaply: speculation needs it. */
  readonly cuttable: boolean;
  /**
   * With `special`, control tokens that are spelled in the text are parsed as such. `goesOn`: the text goes on from
   * other text; SentencePiece models put a space before whatever they take for a beginning.
   */
  tokenize(text: string, special: boolean, goesOn?: boolean): readonly Token[];
  /** A token's bytes, which may be a part of a character; none for a control token. */
  bytesOf(token: Token): Uint8Array;
  /** See `mostBytesOfToken`; `vocabulary`: the number of all tokens. */
  mostBytes(vocabulary: number): number;
  isEnd(token: Token): boolean;
  /**
   * Tokens below `vocabulary`, the number of all of them, that have no bytes and end no answer: what they are spelled
   * with reaches no reader.
   */
  silentTokens(vocabulary: number): readonly Token[];
  /** Throws where the grammar is not valid, or the binding cannot hold tokens to one. */
  sampler(config: SamplingConfig, grammar?: SamplingGrammar | null): Sampler;
  openContext(options: ContextOptions): Promise<BoundContext>;
  dispose(): Promise<void>;
}

export interface LoadOptions {
  /** Layers that run on the GPU where there is one. Default: all. */
  readonly gpuLayers?: number;
  /** Told the part that is loaded, from 0 to 1. */
  onProgress?(part: number): void;
}

/** The memory of the GPUs in use, in bytes. */
export interface GpuMemory {
  readonly total: number;
  readonly used: number;
}

export interface Binding {
  readonly info: BindingInfo;
  /** Null where no GPU is used, or where nothing is known about it. */
  gpuMemory(): GpuMemory | null;
  /** Rejects where llama.cpp cannot read the file; the message is llama.cpp's own. */
  load(path: string, options?: LoadOptions): Promise<BoundModel>;
}

/** A context could not be made: its memory could not be had. */
export class TooLittleMemory extends Error {}

/** `auto`: the GPU variant that is installed and finds a device, else the CPU. */
export type Gpu = "auto" | "cuda" | "vulkan" | false;
