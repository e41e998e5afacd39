export type PresetName =
  | "vllm"
  | "sglang"
  | "llama-server"
  | "ollama"
  | "lmstudio"
  | "cerebras"
  | "openrouter"
  | "openai"
  | "flint"
  | "openai-compatible";

/** What is true of a kind of server. What only one server of the kind may refuse is found out when it does. */
export interface Preset {
  readonly name: PresetName;
  /** Where it listens when nobody says otherwise; null where that cannot be known. */
  readonly url: string | null;
  /** Variables that hold its key, the first that is set counts. */
  readonly keys: readonly string[];
  readonly needsKey: boolean;
  readonly api: "chat" | "responses";
  /** What it does on a WebSocket of the Responses API; null where it has none. */
  readonly socket: SocketTraits | null;
  /** How it is told what the answer is likely to follow. `null`: by the prompt alone, where it looks by itself. */
  readonly prediction: "content" | "flint" | null;
  /** Takes custom tools as such; else they are offered as functions. */
  readonly customTools: boolean;
  /** How an assistant's message is gone on from: by vLLM's two fields, wherever it comes last, or asked by a user's turn. */
  readonly prefill: "fields" | "trailing" | "turn" | null;
  readonly counter: CounterKind | null;
  /** The field for the tokens of an answer. */
  readonly maxTokens: "max_tokens" | "max_completion_tokens";
  /** Is told to be greedy where the request does not say. Some models of others refuse any temperature. */
  readonly greedy: boolean;
  /** Stop texts that it takes. */
  readonly stops: number;
  /** Where a conversation's key goes, by which requests of one conversation come to one cache. */
  readonly cacheKey: "prompt_cache_key" | "header" | null;
  /** Reads the reasoning of earlier answers from one of these fields; which one is a matter of its version. */
  readonly reasoningFields: readonly ("reasoning" | "reasoning_content")[];
  readonly verbosity: boolean;
  /** Answers under the very name that it was asked by, so that any other one is a mistake. */
  readonly answersAsAsked: boolean;
  /** Hands requests on: it may answer under any name, and takes names with a way to choose behind a colon. */
  readonly routes: boolean;
}

export interface SocketTraits {
  /** Responses that it keeps for a socket to be gone on from, at least. */
  readonly remembers: number;
  /** Whether it knows `response.interrupt`. Else closing the socket is what stops it. */
  readonly interrupts: boolean;
}

/** How tokens of a prompt are counted exactly. */
export type CounterKind = "tokenize-messages" | "apply-template" | "input-tokens";

export interface UpstreamTarget {
  readonly preset: PresetName;
  /** The API's base: `http://gpu:8000/v1`. */
  readonly url: string;
  readonly key?: string;
  /** Its share beside others that have the same model. Default 1. */
  readonly weight?: number;
  /** Default: the preset's. */
  readonly api?: Preset["api"];
  /** Its models, for servers that have no list. */
  readonly models?: readonly string[];
  /** Whether a WebSocket is used where its preset has one. Default true. */
  readonly webSocket?: boolean;
}

const COMPATIBLE: Preset = {
  name: "openai-compatible",
  url: null,
  keys: [],
  needsKey: false,
  api: "chat",
  socket: null,
  prediction: null,
  customTools: false,
  prefill: null,
  counter: null,
  maxTokens: "max_tokens",
  greedy: true,
  stops: 4,
  cacheKey: null,
  reasoningFields: [],
  verbosity: false,
  answersAsAsked: false,
  routes: false,
};

export const presets: Readonly<Record<PresetName, Preset>> = {
  vllm: {
    ...COMPATIBLE,
    name: "vllm",
    url: "http://127.0.0.1:8000/v1",
    keys: ["VLLM_API_KEY"],
    prefill: "fields",
    counter: "tokenize-messages",
    stops: 16,
    cacheKey: "header",
    reasoningFields: ["reasoning", "reasoning_content"],
    answersAsAsked: true,
  },
  sglang: {
    ...COMPATIBLE,
    name: "sglang",
    url: "http://127.0.0.1:30000/v1",
    prefill: "fields",
    stops: 16,
    cacheKey: "header",
    reasoningFields: ["reasoning_content"],
    answersAsAsked: true,
  },
  "llama-server": {
    ...COMPATIBLE,
    name: "llama-server",
    url: "http://127.0.0.1:8080/v1",
    keys: ["LLAMA_API_KEY"],
    prefill: "trailing",
    counter: "apply-template",
    stops: 16,
    reasoningFields: ["reasoning_content"],
  },
  ollama: { ...COMPATIBLE, name: "ollama", url: "http://127.0.0.1:11434/v1", keys: ["OLLAMA_API_KEY"] },
  lmstudio: { ...COMPATIBLE, name: "lmstudio", url: "http://127.0.0.1:1234/v1" },
  cerebras: {
    ...COMPATIBLE,
    name: "cerebras",
    url: "https://api.cerebras.ai/v1",
    keys: ["CEREBRAS_API_KEY"],
    needsKey: true,
    prediction: "content",
    maxTokens: "max_completion_tokens",
  },
  openrouter: {
    ...COMPATIBLE,
    name: "openrouter",
    url: "https://openrouter.ai/api/v1",
    keys: ["OPENROUTER_API_KEY"],
    needsKey: true,
    prediction: "content",
    routes: true,
  },
  openai: {
    ...COMPATIBLE,
    name: "openai",
    url: "https://api.openai.com/v1",
    keys: ["OPENAI_API_KEY"],
    needsKey: true,
    api: "responses",
    socket: { remembers: 1, interrupts: false },
    prediction: "content",
    customTools: true,
    counter: "input-tokens",
    maxTokens: "max_completion_tokens",
    greedy: false,
    cacheKey: "prompt_cache_key",
    verbosity: true,
  },
  flint: {
    ...COMPATIBLE,
    name: "flint",
    url: "http://127.0.0.1:8787/v1",
    api: "responses",
    socket: { remembers: 32, interrupts: true },
    prediction: "flint",
    customTools: true,
    counter: "input-tokens",
    maxTokens: "max_completion_tokens",
    stops: 16,
    cacheKey: "prompt_cache_key",
    verbosity: true,
    answersAsAsked: true,
  },
  "openai-compatible": COMPATIBLE,
};
