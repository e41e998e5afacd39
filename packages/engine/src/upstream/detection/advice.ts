import type { PresetName } from "../preset/index.ts";

export interface Shown {
  readonly speculation: boolean | null;
  readonly prefixCaching: boolean | null;
  /** The preset that would fit better; null where the right one is in use. */
  readonly asPreset: PresetName | null;
}

/** Drafts from the prompt itself: an edit repeats most of the code that it is given. */
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

/** Without these it keeps to itself what it has cached. */
const TELLING: Partial<Record<PresetName, string>> = {
  vllm: "--enable-prompt-tokens-details",
  sglang: "--enable-cache-report --enable-metrics",
  "llama-server": "--metrics",
};

/** How to start a server of this kind for the best speed of edits. */
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
