import type {
  ChatCompletionChunk,
  ChatDelta,
  OutputItem,
  ResponseEvent,
  ResponseObject,
} from "@flint/protocol";
import { chatUsage, completionId, finishReason } from "./completion.ts";

/** Converts a response's events to chunks of a chat completion. */
export class ChatChunks {
  readonly #includeUsage: boolean;
  #response: ResponseObject | null = null;
  /** Index of the current tool call. */
  #call = -1;

  constructor(includeUsage: boolean) {
    this.#includeUsage = includeUsage;
  }

  /** Returns the chunks for an event; none for most. The caller reports failures. */
  of(event: ResponseEvent): ChatCompletionChunk[] {
    switch (event.type) {
      case "response.created":
        this.#response = event.response;
        return this.#delta({ role: "assistant", content: "" });
      case "response.output_text.delta":
        return this.#delta({ content: event.delta });
      case "response.refusal.delta":
        return this.#delta({ refusal: event.delta });
      case "response.reasoning_text.delta":
        return this.#delta({ reasoning_content: event.delta });
      case "response.output_item.added":
        return this.#beginCall(event.item);
      case "response.function_call_arguments.delta":
        return this.#delta({ tool_calls: [{ index: this.#call, function: { arguments: event.delta } }] });
      case "response.custom_tool_call_input.delta":
        return this.#delta({ tool_calls: [{ index: this.#call, custom: { input: event.delta } }] });
      case "response.completed":
      case "response.incomplete":
        return this.#end(event.response);
      default:
        return [];
    }
  }

  #beginCall(item: OutputItem): ChatCompletionChunk[] {
    if (item.type === "function_call") {
      const { call_id: id, name } = item;
      const index = ++this.#call;
      return this.#delta({
        tool_calls: [{ index, id, type: "function", function: { name, arguments: "" } }],
      });
    }
    if (item.type === "custom_tool_call") {
      const { call_id: id, name } = item;
      const index = ++this.#call;
      return this.#delta({ tool_calls: [{ index, id, type: "custom", custom: { name, input: "" } }] });
    }
    return [];
  }

  #end(response: ResponseObject): ChatCompletionChunk[] {
    const reason = finishReason(response);
    const chunks = this.#chunk([{ index: 0, delta: {}, finish_reason: reason, logprobs: null }]).map(
      (chunk) => (response.flint === undefined ? chunk : { ...chunk, flint: response.flint }),
    );
    if (!this.#includeUsage) return chunks;
    return [...chunks, ...this.#chunk([]).map((chunk) => ({ ...chunk, usage: chatUsage(response) }))];
  }

  #delta(delta: ChatDelta): ChatCompletionChunk[] {
    return this.#chunk([{ index: 0, delta, finish_reason: null, logprobs: null }]);
  }

  #chunk(choices: ChatCompletionChunk["choices"]): ChatCompletionChunk[] {
    const response = this.#response;
    if (response === null) return [];
    return [
      {
        id: completionId(response),
        object: "chat.completion.chunk",
        created: response.created_at,
        model: response.model,
        choices,
        ...(this.#includeUsage ? { usage: null } : {}),
      },
    ];
  }
}
