import type { Finish, PrefillResult } from "@flint/engine";
import type { Usage } from "@flint/protocol";

/**
 * Returns the usage of a response; null if it ended before the engine could measure it, or if an upstream server never
 * answered.
 */
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

/** An estimated prompt does not count if the server never answered. */
function isUnanswered({ estimated = false }: PrefillResult, finish: Finish): boolean {
  return estimated && finish.prompt === undefined && finish.reason === "error" && finish.outputTokens === 0;
}
