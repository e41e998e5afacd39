/** What `POST /v1/chat/completions` answers. */
import type { ResponseObject } from "../schema/index.ts";

export type ChatToolCall =
  | { id: string; type: "function"; function: { name: string; arguments: string } }
  | { id: string; type: "custom"; custom: { name: string; input: string } };

export type ChatFinishReason = "stop" | "length" | "tool_calls";

export interface ChatAnswer {
  role: "assistant";
  content: string | null;
  refusal: string | null;
  /** Beyond OpenAI's: where other servers put a model's reasoning, and clients look for it. */
  reasoning_content?: string;
  tool_calls?: ChatToolCall[];
}

export interface ChatUsage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  prompt_tokens_details: { cached_tokens: number };
  completion_tokens_details: {
    reasoning_tokens: number;
    accepted_prediction_tokens: number;
    rejected_prediction_tokens: number;
  };
}

export interface ChatCompletion {
  id: string;
  object: "chat.completion";
  /** Unix seconds. */
  created: number;
  model: string;
  choices: [{ index: 0; message: ChatAnswer; finish_reason: ChatFinishReason; logprobs: null }];
  usage: ChatUsage;
  /** Beyond OpenAI's: Flint's additions, as a response has them. */
  flint?: NonNullable<ResponseObject["flint"]>;
}

export interface ChatDelta {
  role?: "assistant";
  content?: string;
  refusal?: string;
  reasoning_content?: string;
  tool_calls?: {
    index: number;
    id?: string;
    type?: "function" | "custom";
    function?: { name?: string; arguments: string };
    custom?: { name?: string; input: string };
  }[];
}

export interface ChatCompletionChunk {
  id: string;
  object: "chat.completion.chunk";
  created: number;
  model: string;
  /** Empty in the chunk that carries the usage. */
  choices: { index: 0; delta: ChatDelta; finish_reason: ChatFinishReason | null; logprobs: null }[];
  /** Null but in the last chunk, and only where it was asked for. */
  usage?: ChatUsage | null;
  /** Beyond OpenAI's: in the chunk with the reason of the finish. */
  flint?: NonNullable<ResponseObject["flint"]>;
}
