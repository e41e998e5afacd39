import type { Finish, PrefillResult } from "@flint/engine";
import type { Usage } from "@flint/protocol";

/** What a response cost; null where it was over before the engine could tell, or a server behind it never answered. */
export function usageOf(prefill: PrefillResult | null, finish: Finish | null): Usage | null {
  if (prefill === null || finish === null || isUnanswered(prefill, finish)) return null;
  const { promptTokens, reusedTokens } = finish.prompt ?? prefill;
  return {
    input_tokens: promptTokens,
    input_tokens_details: {
      cached_tokens: reusedTokens,
      cache_write_tokens: promptTokens - reusedTokens,
    },
    output_tokens: finish.outputTokens,
    output_tokens_details: { reasoning_tokens: finish.reasoningTokens },
    total_tokens: promptTokens + finish.outputTokens,
  };
}

/** A guess at the prompt is no cost where nothing came of it. */
function isUnanswered({ estimated = false }: PrefillResult, finish: Finish): boolean {
  return estimated && finish.prompt === undefined && finish.reason === "error" && finish.outputTokens === 0;
}
