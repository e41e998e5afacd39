import type {
  ChatAnswer,
  ChatCompletion,
  ChatFinishReason,
  ChatToolCall,
  ChatUsage,
  OutputItem,
  ResponseObject,
} from "@flint/protocol";

/** Converts a finished response to a chat completion. */
export function chatCompletion(response: ResponseObject): ChatCompletion {
  return {
    id: completionId(response),
    object: "chat.completion",
    created: response.created_at,
    model: response.model,
    choices: [
      {
        index: 0,
        message: answerOf(response.output),
        finish_reason: finishReason(response),
        logprobs: null,
      },
    ],
    usage: chatUsage(response),
    ...(response.flint === undefined ? {} : { flint: response.flint }),
  };
}

export function completionId({ id }: ResponseObject): string {
  return id.replace(/^resp_/, "chatcmpl-");
}

export function finishReason({ output, incomplete_details }: ResponseObject): ChatFinishReason {
  if (incomplete_details?.reason === "max_output_tokens") return "length";
  return output.some(isWholeCall) ? "tool_calls" : "stop";
}

export function chatUsage({ usage, flint }: ResponseObject): ChatUsage {
  const { drafted = 0, accepted = 0 } = flint?.timings ?? {};
  return {
    prompt_tokens: usage?.input_tokens ?? 0,
    completion_tokens: usage?.output_tokens ?? 0,
    total_tokens: usage?.total_tokens ?? 0,
    prompt_tokens_details: { cached_tokens: usage?.input_tokens_details.cached_tokens ?? 0 },
    completion_tokens_details: {
      reasoning_tokens: usage?.output_tokens_details.reasoning_tokens ?? 0,
      accepted_prediction_tokens: accepted,
      rejected_prediction_tokens: drafted - accepted,
    },
  };
}

function answerOf(output: readonly OutputItem[]): ChatAnswer {
  const parts = output.flatMap((item) => (item.type === "message" ? item.content : []));
  const text = parts.map((part) => (part.type === "output_text" ? part.text : "")).join("");
  const refusal = parts.map((part) => (part.type === "refusal" ? part.refusal : "")).join("");
  const thoughts = output.flatMap((item) => (item.type === "reasoning" ? (item.content ?? []) : []));
  const reasoning = thoughts.map((part) => part.text).join("");
  const calls = output.flatMap(callsOf);
  return {
    role: "assistant",
    content: text === "" && (calls.length > 0 || refusal !== "") ? null : text,
    refusal: refusal === "" ? null : refusal,
    ...(reasoning === "" ? {} : { reasoning_content: reasoning }),
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
}

function callsOf(item: OutputItem): ChatToolCall[] {
  if (item.type === "function_call") {
    const { call_id, name } = item;
    return [{ id: call_id, type: "function", function: { name, arguments: item.arguments } }];
  }
  if (item.type === "custom_tool_call") {
    const { call_id, name, input } = item;
    return [{ id: call_id, type: "custom", custom: { name, input } }];
  }
  return [];
}

/** Whether the item is a complete tool call. An incomplete one must not be run. */
function isWholeCall(item: OutputItem): boolean {
  const isCall = item.type === "function_call" || item.type === "custom_tool_call";
  return isCall && item.status !== "incomplete";
}
