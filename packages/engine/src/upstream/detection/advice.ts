import type { PresetName } from "../preset/index.ts";

export interface Shown {
  readonly speculation: boolean | null;
  readonly prefixCaching: boolean | null;
  /** A better preset; null if the right one is used. */
  readonly asPreset: PresetName | null;
}

/** Flags for drafting from the prompt, since an edit repeats most of its code. */
const SPECULATION: Partial<Record<PresetName, string>> = {
  vllm: `--speculative-config '{"method": "ngram", "num_speculative_tokens": 8, "prompt_lookup_max": 5, "prompt_lookup_min": 2}'`,
  sglang: "--speculative-algorithm NGRAM --speculative-num-draft-tokens 16",
  "llama-server": "--spec-type ngram-mod",
};

const PREFIX_CACHING: Partial<Record<PresetName, string>> = {
  vllm: "--enable-prefix-caching",
  sglang: "without --disable-radix-cache",
  "llama-server": "--cache-reuse 256",
};

/** Flags needed for the server to report cached tokens. */
const TELLING: Partial<Record<PresetName, string>> = {
  vllm: "--enable-prompt-tokens-details",
  sglang: "--enable-cache-report --enable-metrics",
  "llama-server": "--metrics",
};

/** Returns advice on how to start a server of this kind for the fastest edits. */
export function adviceFor(kind: PresetName, { speculation, prefixCaching, asPreset }: Shown): string[] {
  const advice: string[] = [];
  if (asPreset !== null) advice.push(`it looks like ${asPreset}: name it as such, --engine ${asPreset}=URL`);
  const drafts = SPECULATION[kind];
  if (drafts !== undefined && speculation !== true) {
    advice.push(
      `start it with ${drafts}, to draft from the existing code (measure it: under load drafts can cost time)`,
    );
  }
  const cache = PREFIX_CACHING[kind];
  if (cache !== undefined && prefixCaching !== true) {
    advice.push(
      `start it ${cache.startsWith("-") ? "with " : ""}${cache}, to avoid reading a conversation twice`,
    );
  }
  const telling = TELLING[kind];
  if (telling !== undefined) advice.push(`start it with ${telling}, to have it report what it cached`);
  return advice;
}
