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

/** Properties of a kind of server. What an individual server rejects is learned when it does. */
export interface Preset {
  readonly name: PresetName;
  /** The default address; null if there is none. */
  readonly url: string | null;
  /** Environment variables of its key, by precedence. */
  readonly keys: readonly string[];
  readonly needsKey: boolean;
  readonly api: "chat" | "responses";
  /** Properties of its Responses WebSocket; null if it has none. */
  readonly socket: SocketTraits | null;
  /** How the prediction is passed. `null`: not at all; it may still draft from the prompt. */
  readonly prediction: "content" | "flint" | null;
  /** Whether it supports custom tools; otherwise they are offered as functions. */
  readonly customTools: boolean;
  /** How to continue an assistant message: with vLLM's two fields, by putting it last, or by asking in a user message. */
  readonly prefill: "fields" | "trailing" | "turn" | null;
  readonly counter: CounterKind | null;
  /** The field for the token limit of an answer. */
  readonly maxTokens: "max_tokens" | "max_completion_tokens";
  /** Whether to request greedy decoding by default. Some models of other servers reject any temperature. */
  readonly greedy: boolean;
  /** Number of stop sequences that it supports. */
  readonly stops: number;
  /** Where to put the conversation's key, which routes its requests to one cache. */
  readonly cacheKey: "prompt_cache_key" | "header" | null;
  /** Fields from which it reads the reasoning of earlier answers, depending on its version. */
  readonly reasoningFields: readonly ("reasoning" | "reasoning_content")[];
  readonly verbosity: boolean;
  /** Whether it answers with exactly the requested model name, so that any other name is an error. */
  readonly answersAsAsked: boolean;
  /** Whether it is a router: it may answer with any model name, and accepts routing options after a colon. */
  readonly routes: boolean;
}

export interface SocketTraits {
  /** Minimum number of responses per socket that it keeps to continue from. */
  readonly remembers: number;
  /** Whether it supports `response.interrupt`. Otherwise closing the socket stops it. */
  readonly interrupts: boolean;
}

/** The endpoint for exact token counts. */
export type CounterKind = "tokenize-messages" | "apply-template" | "input-tokens";

export interface UpstreamTarget {
  readonly preset: PresetName;
  /** Base URL of the API: `http://gpu:8000/v1`. */
  readonly url: string;
  readonly key?: string;
  /** Its weight among servers with the same model. Default 1. */
  readonly weight?: number;
  /** Default: the preset's. */
  readonly api?: Preset["api"];
  /** Its models, for servers without a list. */
  readonly models?: readonly string[];
  /** Whether to use a WebSocket if the preset supports it. Default true. */
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
