/** The types of answers to `POST /v1/chat/completions`. */
import type { ResponseObject } from "../schema/index.ts";

export type ChatToolCall =
  | { id: string; type: "function"; function: { name: string; arguments: string } }
  | { id: string; type: "custom"; custom: { name: string; input: string } };

export type ChatFinishReason = "stop" | "length" | "tool_calls";

export interface ChatAnswer {
  role: "assistant";
  content: string | null;
  refusal: string | null;
  /** Not in OpenAI's API: the field where other servers put reasoning and clients look for it. */
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
  /** Unix time in seconds. */
  created: number;
  model: string;
  choices: [{ index: 0; message: ChatAnswer; finish_reason: ChatFinishReason; logprobs: null }];
  usage: ChatUsage;
  /** Not in OpenAI's API: Flint's additions, as in a response. */
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
  /** Empty in the chunk with the usage. */
  choices: { index: 0; delta: ChatDelta; finish_reason: ChatFinishReason | null; logprobs: null }[];
  /** Null except in the last chunk; only present if requested. */
  usage?: ChatUsage | null;
  /** Not in OpenAI's API; in the chunk with the finish reason. */
  flint?: NonNullable<ResponseObject["flint"]>;
}
