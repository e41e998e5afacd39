import { EngineError } from "../../contract/index.ts";
import { UpstreamFailure } from "../failure/index.ts";
import { defaultLimits, defaultTimeouts } from "../options.ts";
import type { Preset, PresetName, UpstreamTarget } from "../preset/index.ts";
import { Target } from "../target/index.ts";
import { Connections, ExchangeFault } from "../transport/index.ts";
import { recordOf } from "../usage.ts";
import { adviceFor } from "./advice.ts";

/** A server's detected capabilities. Null means unknown. */
export interface UpstreamFinding {
  readonly server: string;
  readonly preset: PresetName;
  /** The detected kind of server; null if unknown. */
  readonly looksLike: PresetName | null;
  readonly models: readonly { readonly id: string; readonly contextLength: number | null }[];
  readonly responses: boolean;
  /** Whether it accepts a WebSocket for responses. */
  readonly webSocket: boolean;
  readonly chat: boolean;
  /** Whether it supports raw completions of token ids. */
  readonly completions: boolean;
  readonly tokenize: boolean;
  readonly metrics: boolean;
  readonly prediction: boolean;
  /** Whether it uses speculative decoding. */
  readonly speculation: boolean | null;
  readonly prefixCaching: boolean | null;
  /** How an interrupted answer is continued. */
  readonly continuation: "prefill" | "conversation";
  /** How prompts are counted. */
  readonly counting: "exact" | "estimate";
  /** How to start it for the fastest edits. */
  readonly advice: readonly string[];
}

/** Detects a server's capabilities without generating anything. Rejects with {@link EngineError} if it is unreachable. */
export async function detectUpstream(
  target: UpstreamTarget,
  certificates?: string,
): Promise<UpstreamFinding> {
  const [timeouts, limits] = [defaultTimeouts, defaultLimits];
  const connections = new Connections({ timeouts, limits, certificates });
  const parts = { connections, timeouts, limits, contextLength: 0, certificates, onWarning: () => undefined };
  const probe = new Target(target, parts);
  try {
    return await examine(probe);
  } catch (cause) {
    throw cause instanceof UpstreamFailure ? cause.error : cause;
  } finally {
    probe.close();
    await connections.close();
  }
}

async function examine(target: Target): Promise<UpstreamFinding> {
  const listed = await target.models();
  const { preset } = target;
  const [responses, webSocket, chat, completions, tokenize, metrics, info] = await Promise.all([
    hasEndpoint(target, "/responses", {}),
    target.opensSocket(),
    hasEndpoint(target, "/chat/completions", {}),
    hasEndpoint(target, "/completions", {}),
    hasEndpoint(target, "//tokenize", {}),
    askOrNull(target, "//metrics"),
    askOrNull(target, "//get_server_info"),
  ]);
  const text = typeof metrics === "string" ? metrics : "";
  const looksLike = kindOf(listed[0]?.info.ownedBy ?? "", text, info);
  const kind = preset.name === "openai-compatible" ? (looksLike ?? preset.name) : preset.name;
  const speculation = speculationIn(kind, text, info);
  const prefixCaching = prefixCachingIn(kind, text, info);
  return {
    server: target.server,
    preset: preset.name,
    looksLike,
    models: listed.map(({ info: { id, contextLength }, isLengthReported }) => ({
      id,
      contextLength: isLengthReported ? contextLength : null,
    })),
    ...{ responses, webSocket, chat, completions, tokenize, metrics: text !== "" },
    prediction: takesPrediction(preset),
    ...{ speculation, prefixCaching },
    continuation: preset.prefill === null ? "conversation" : "prefill",
    counting: preset.counter === null ? "estimate" : "exact",
    advice: adviceFor(kind, { speculation, prefixCaching, asPreset: kind === preset.name ? null : kind }),
  };
}

/** Whether it takes a prediction. Of OpenAI's APIs, only Chat Completions has a field for it. */
function takesPrediction({ prediction, api }: Preset): boolean {
  return prediction === "flint" || (prediction === "content" && api === "chat");
}

/** Whether an endpoint exists: an empty request is rejected as invalid, and generates nothing. */
async function hasEndpoint(target: Target, path: string, body: Record<string, unknown>): Promise<boolean> {
  try {
    await target.ask(path, body);
    return true;
  } catch (cause) {
    if (!(cause instanceof UpstreamFailure)) throw cause;
    const { error, elsewhere } = cause;
    // No answer, no such endpoint, or no access with this key.
    const isUnknown = error.cause instanceof ExchangeFault || (error.code === "upstream_failed" && elsewhere);
    return !isUnknown;
  }
}

async function askOrNull(target: Target, path: string): Promise<unknown> {
  try {
    return await target.ask(path);
  } catch (cause) {
    if (cause instanceof UpstreamFailure || cause instanceof EngineError) return null;
    throw cause;
  }
}

const OWNERS: Readonly<Record<string, PresetName>> = {
  vllm: "vllm",
  sglang: "sglang",
  llamacpp: "llama-server",
  library: "ollama",
  flint: "flint",
  openai: "openai",
  cerebras: "cerebras",
};

const METRICS: readonly (readonly [string, PresetName])[] = [
  ["vllm:", "vllm"],
  ["sglang:", "sglang"],
  ["llamacpp:", "llama-server"],
  ["flint_", "flint"],
];

function kindOf(owner: string, metrics: string, info: unknown): PresetName | null {
  const byMetrics = METRICS.find(([prefix]) => metrics.includes(prefix))?.[1];
  const byInfo = "disable_radix_cache" in recordOf(info) ? "sglang" : null;
  return byMetrics ?? byInfo ?? OWNERS[owner.toLowerCase()] ?? null;
}

function speculationIn(kind: PresetName, metrics: string, info: unknown): boolean | null {
  if (kind === "vllm" && metrics !== "") return metrics.includes("vllm:spec_decode_");
  if (kind === "sglang" && info !== null) return recordOf(info).speculative_algorithm != null;
  return kind === "flint" ? true : null;
}

function prefixCachingIn(kind: PresetName, metrics: string, info: unknown): boolean | null {
  if (kind === "vllm" && metrics !== "") {
    return !/enable_prefix_caching="False"/.test(metrics);
  }
  if (kind === "sglang" && info !== null) return recordOf(info).disable_radix_cache !== true;
  return kind === "flint" ? true : null;
}
