import type { EditResult } from "@flint/client";
import { count, duration } from "../measure/index.ts";

/**
 * Formats an edit's timings in 80 columns: `first token 38 ms · 812 tok/s · 96 tokens in 157 ms · drafts 80/96 · nano`.
 * An answer without text, such as a refusal, gives `no text in 89 ms · nano`.
 */
export function timingLine({ timings, model }: Pick<EditResult, "timings" | "model">): string {
  const { first_token_ms, tokens_per_second, output_tokens, total_ms, server } = timings;
  const tokens = output_tokens === null ? "" : `${count(output_tokens)} tokens `;
  const parts =
    first_token_ms === null
      ? [`no text in ${duration(total_ms)}`]
      : [
          `first token ${duration(first_token_ms)}`,
          tokens_per_second === null ? null : `${count(tokens_per_second)} tok/s`,
          `${tokens}in ${duration(total_ms)}`,
          server === null || server.drafted === 0
            ? null
            : `drafts ${count(server.accepted)}/${count(server.drafted)}`,
        ];
  return [...parts, model].filter((part) => part !== null).join(" · ");
}
