/** The parts of node-llama-cpp's native module that Flint uses. They are private API, so {@link isAddon} checks them. */
export interface Addon {
  readonly AddonModel: new (path: string, options: AddonModelOptions) => AddonModel;
  readonly AddonContext: new (model: AddonModel, options: AddonContextOptions) => AddonContext;
  readonly AddonSampler: new (model: AddonModel) => AddonSampler;
  /** Throws if the text is not valid GBNF, and prints the reason to standard error. */
  readonly AddonGrammar: new (
    gbnf: string,
    options: { readonly addonExports: Addon },
  ) => AddonGrammar;
  readonly AddonGrammarEvaluationState: new (model: AddonModel, grammar: AddonGrammar) => AddonGrammarState;
  markLoaded(): boolean;
  setLogger(logger: (level: number, message: string) => void): void;
  setLoggerLogLevel(level: number): void;
  loadBackends(directory?: string): void;
  getGpuType(): "cuda" | "vulkan" | "metal" | false | undefined;
  getIsArchRecurrent(architecture: string): boolean | undefined;
  getIsArchHybrid(architecture: string): boolean | undefined;
  ensureGpuDeviceIsSupported(): void;
  /** Bytes. */
  getGpuVramInfo(): { total: number; used: number; unifiedSize: number };
  getGpuDeviceInfo(): { deviceNames: string[] };
  init(): Promise<void>;
  systemInfo(): string;
}

interface AddonModelOptions {
  readonly addonExports: Addon;
  readonly gpuLayers: number;
  readonly useMmap: boolean;
  /** Called with the fraction loaded, from 0 to 1. */
  readonly onLoadProgress: (part: number) => void;
  readonly hasLoadAbortSignal: boolean;
}

interface AddonContextOptions {
  readonly contextSize: number;
  readonly batchSize: number;
  readonly sequences: number;
  readonly flashAttention: boolean | "auto";
  readonly threads: number;
  readonly swaFullCache: boolean;
}

export interface AddonModel {
  init(): Promise<boolean>;
  dispose(): Promise<void>;
  tokenize(text: string, special: boolean): Uint32Array;
  detokenize(tokens: Uint32Array, special: boolean): string;
  getTokenString(token: number): string | undefined;
  getTokenAttributes(token: number): number;
  getVocabularyType(): number;
  isEogToken(token: number): boolean;
  tokenBos(): number;
  tokenEos(): number;
  shouldPrependBosToken(): boolean;
  getModelSize(): number;
  /** Returns architecture, size and quantization, such as `llama 7B Q4_0`. */
  getModelDescription(): string;
}

export interface AddonContext {
  init(): Promise<boolean>;
  dispose(): Promise<void>;
  initBatch(size: number): void;
  addToBatch(sequence: number, position: number, tokens: Uint32Array, logits: Uint32Array): Uint32Array;
  decodeBatch(): Promise<void>;
  sampleToken(row: number, sampler: AddonSampler): Promise<number>;
  /** Also returns the logits that the sampler chose from: pairs of token and logit, the best first. */
  sampleToken(
    row: number,
    sampler: AddonSampler,
    probabilities: false,
    confidence: false,
    logits: true,
  ): Promise<readonly [token: number, unused1: undefined, unused2: undefined, logits: readonly number[]]>;
  /** Also returns the weight of all tokens: the sum of exp(logit − best logit). */
  sampleToken(
    row: number,
    sampler: AddonSampler,
    probabilities: false,
    confidence: false,
    logits: false,
    weight: true,
  ): Promise<
    readonly [token: number, unused1: undefined, unused2: undefined, unused3: undefined, weight: number]
  >;
  removeTokenCellsFromSequence(sequence: number, start: number, end: number): boolean;
  copySequenceStateFromOtherSequence(target: number, source: number): Promise<number>;
  /** Resolves to the number of bytes written. */
  saveSequenceStateToFile(path: string, sequence: number, tokens: Uint32Array): Promise<number>;
  loadSequenceStateFromFile(path: string, sequence: number, maxTokens: number): Promise<Uint32Array>;
  setThreads(threads: number): void;
}

export interface AddonSampler {
  applyConfig(config: {
    temperature: number;
    topP?: number;
    topK?: number;
    seed?: number;
    /** Samples only tokens that the grammar allows, and advances it. */
    grammarEvaluationState?: AddonGrammarState;
    tokenBiasKeys?: Uint32Array;
    tokenBiasValues?: Float32Array;
  }): void;
  dispose(): void;
}

export interface AddonGrammar {
  /** Whether the grammar matches the whole text. */
  isTextCompatible(text: string): boolean;
}

/** An answer's position in a grammar. Freed with the last reference to it. */
export type AddonGrammarState = object & { readonly __brand: "AddonGrammarState" };

const FUNCTIONS = [
  "markLoaded",
  "setLogger",
  "setLoggerLogLevel",
  "loadBackends",
  "getGpuType",
  "getIsArchRecurrent",
  "getIsArchHybrid",
  "ensureGpuDeviceIsSupported",
  "getGpuVramInfo",
  "getGpuDeviceInfo",
  "init",
  "systemInfo",
];

const METHODS = {
  AddonModel: [
    "init",
    "dispose",
    "tokenize",
    "detokenize",
    "getTokenString",
    "getTokenAttributes",
    "getVocabularyType",
    "isEogToken",
    "tokenBos",
    "tokenEos",
    "shouldPrependBosToken",
    "getModelSize",
    "getModelDescription",
  ],
  AddonContext: [
    "init",
    "dispose",
    "initBatch",
    "addToBatch",
    "decodeBatch",
    "sampleToken",
    "removeTokenCellsFromSequence",
    "copySequenceStateFromOtherSequence",
    "saveSequenceStateToFile",
    "loadSequenceStateFromFile",
    "setThreads",
  ],
  AddonSampler: ["applyConfig", "dispose"],
  AddonGrammar: ["isTextCompatible"],
  AddonGrammarEvaluationState: [],
};

/** Whether a native module has every function of {@link Addon}. */
export function isAddon(module: unknown): module is Addon {
  if (!hasMethods(module, FUNCTIONS)) return false;
  return Object.entries(METHODS).every(([name, methods]) => {
    const type: unknown = Reflect.get(module, name);
    return typeof type === "function" && hasMethods(type.prototype, methods);
  });
}

function hasMethods(value: unknown, names: readonly string[]): value is object {
  if (typeof value !== "object" || value === null) return false;
  return names.every((name) => typeof Reflect.get(value, name) === "function");
}
