import type { EditResult } from "@flint/client";
import { count, duration } from "../measure/index.ts";

/** `first token 38 ms · 812 tokens/s · 96 tokens · 157 ms in all · 80 of 96 drafted tokens accepted · nano`. */
export function timingLine({ timings, model }: Pick<EditResult, "timings" | "model">): string {
  const { first_token_ms, tokens_per_second, output_tokens, total_ms, server } = timings;
  const parts = [
    first_token_ms === null ? "no token" : `first token ${duration(first_token_ms)}`,
    tokens_per_second === null ? null : `${count(tokens_per_second)} tokens/s`,
    output_tokens === null ? null : `${count(output_tokens)} tokens`,
    `${duration(total_ms)} in all`,
    server === null || server.drafted === 0
      ? null
      : `${count(server.accepted)} of ${count(server.drafted)} drafted tokens accepted`,
    model,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
