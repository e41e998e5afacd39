import type { GenerateRequest, Prompt, Thread } from "@flint/engine";

export interface Run {
  readonly text: string;
  readonly tokens: number;
  readonly drafted: number;
  readonly accepted: number;
  readonly prompt_tokens: number;
  readonly reused_tokens: number;
  readonly prefill_ms: number;
  /** When the first and the last burst arrived (`performance.now()`). */
  readonly first_at: number;
  readonly last_at: number;
  /** Time from the first burst to the last, and the tokens generated in it. */
  readonly decode_ms: number;
  readonly decode_tokens: number;
  /** From the end of the prefill to the end of the answer. */
  readonly answer_ms: number;
  /** From the end of the prefill to the first burst. */
  readonly first_ms: number;
}

/** Prefills a prompt, and reads the answer to its end. */
export async function engineRun(thread: Thread, prompt: Prompt, request: GenerateRequest): Promise<Run> {
  const { promptTokens, reusedTokens, elapsed } = await thread.prefill(prompt);
  const start = performance.now();
  let [text, tokens, drafted, accepted] = ["", 0, 0, 0];
  let first: { readonly at: number; readonly tokens: number } | null = null;
  let last = start;
  for await (const event of thread.generate(request)) {
    if (event.type === "finish") {
      if (event.error) throw event.error;
      break;
    }
    text += event.text;
    tokens += event.tokens;
    drafted += event.drafted;
    accepted += event.accepted;
    last = performance.now();
    first ??= { at: last, tokens: event.tokens };
  }
  if (!first) throw new Error("the engine gave no answer");
  return {
    text,
    tokens,
    drafted,
    accepted,
    prompt_tokens: promptTokens,
    reused_tokens: reusedTokens,
    prefill_ms: elapsed,
    first_at: first.at,
    last_at: last,
    decode_ms: last - first.at,
    decode_tokens: tokens - first.tokens,
    answer_ms: last - start,
    first_ms: first.at - start,
  };
}

/** Returns the tokens per second, without those of the first burst, which were generated before the measured time. */
export function decodeRate({ decode_tokens, decode_ms }: Run): number {
  return (decode_tokens / decode_ms) * 1000;
}
