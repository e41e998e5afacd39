import type { Continuation, GenerateRequest, Prompt, PromptItem } from "../../contract/index.ts";
import { itemsOf } from "../../prompt/index.ts";
import type { Preset } from "../preset/index.ts";

/** A prompt in the form of the Responses API, whose items are passed unchanged. */
export interface ResponsesQuestion {
  readonly prompt: Prompt;
  readonly items: readonly PromptItem[];
  readonly input: readonly unknown[];
  readonly continuation: Continuation | null;
}

export function responsesQuestion(prompt: Prompt, preset: Preset): ResponsesQuestion {
  const items = itemsOf(prompt.tip);
  const last = items.findLast((item) => "role" in item && item.role === "assistant");
  const isCut = last !== undefined && "status" in last && last.status === "incomplete";
  return {
    prompt,
    items,
    input: items.flatMap((item) => inputOf(item, preset)),
    continuation: isCut ? "conversation" : null,
  };
}

/** Converts an item into input, without ids and encrypted content, which are only meaningful to this server. */
export function inputOf(item: PromptItem, preset: Preset): unknown[] {
  if ("type" in item && item.type === "reasoning") {
    // OpenAI ignores reasoning that is not its own.
    if (preset.name === "openai" || !item.content?.length) return [];
    return [{ type: "reasoning", summary: item.summary, content: item.content }];
  }
  const { id, encrypted_content, ...rest } = item as PromptItem & {
    id?: unknown;
    encrypted_content?: unknown;
  };
  if ("type" in item && item.type === "compaction") return [{ ...rest, encrypted_content }];
  return [rest];
}

export function responsesBody(
  { prompt, input }: Pick<ResponsesQuestion, "prompt" | "input">,
  request: GenerateRequest,
  { preset, model, cacheKey }: { readonly preset: Preset; readonly model: string; readonly cacheKey: string },
): Record<string, unknown> {
  const { sampling = {}, maxTokens, stop = [], draft, format } = request;
  const temperature = sampling.temperature ?? (preset.greedy ? 0 : undefined);
  const { tools, toolChoice, parallelToolCalls, verbosity, reasoningEffort } = prompt;
  const text = { ...(format !== undefined && { format }), ...(verbosity !== undefined && { verbosity }) };
  const flint = {
    ...(stop.length > 0 && { stop }),
    ...(sampling.seed !== undefined && { seed: sampling.seed }),
    ...(draft !== undefined && { prediction: draft }),
  };
  return {
    ...countedBody({ prompt, input }, model),
    stream: true,
    store: false,
    ...(toolChoice !== undefined && tools.length > 0 && { tool_choice: toolChoice }),
    ...(parallelToolCalls !== undefined && { parallel_tool_calls: parallelToolCalls }),
    ...(temperature !== undefined && { temperature }),
    ...(sampling.topP !== undefined && { top_p: sampling.topP }),
    ...(maxTokens !== undefined && { max_output_tokens: maxTokens }),
    ...(Object.keys(text).length > 0 && { text }),
    ...(reasoningEffort !== undefined && { reasoning: { effort: reasoningEffort } }),
    ...(preset.cacheKey === "prompt_cache_key" && { prompt_cache_key: cacheKey }),
    ...(preset.prediction === "flint" && Object.keys(flint).length > 0 && { flint }),
  };
}

/** Returns the parts of a request that affect its token count. */
export function countedBody(
  { prompt, input }: Pick<ResponsesQuestion, "prompt" | "input">,
  model: string,
): Record<string, unknown> {
  const { tools, instructions } = prompt;
  return { model, input, ...(instructions !== null && { instructions }), ...(tools.length > 0 && { tools }) };
}
