import type { Continuation, GenerateRequest, Prompt, PromptItem } from "../contract/index.ts";
import type { AnswerReader } from "./answer.ts";
import { ChatReader, chatBody, chatQuestion } from "./chat/index.ts";
import type { UpstreamFailure } from "./failure/index.ts";
import type { Preset } from "./preset/index.ts";
import { ResponsesReader, responsesBody, responsesQuestion } from "./responses/index.ts";

export interface Asking {
  readonly model: string;
  /** The same for all requests of a conversation. */
  readonly cacheKey: string;
}

export interface AnswerContext {
  readonly server: string;
  readonly failureOf: (error: unknown) => UpstreamFailure;
  readonly checkModel: (name: string) => void;
}

/** A prompt in a server's format, and the reader of its answer. */
export interface Question {
  readonly path: "/chat/completions" | "/responses";
  readonly continuation: Continuation | null;
  /** Characters of the prompt, including tools. */
  readonly length: number;
  /** The form for a socket; null if only HTTP is possible. */
  readonly overSocket: SocketQuestion | null;
  body(request: GenerateRequest, asking: Asking): Record<string, unknown>;
  reader(listening: AnswerContext): AnswerReader;
}

export interface SocketQuestion {
  /** The whole conversation. */
  readonly items: readonly PromptItem[];
  reader(listening: AnswerContext): ResponsesReader;
}

/** Throws {@link EngineError} `prompt_unsupported`. */
export function questionOf(prompt: Prompt, preset: Preset): Question {
  if (preset.api === "responses") {
    const question = responsesQuestion(prompt, preset);
    const reader = (listening: AnswerContext) => new ResponsesReader(listening);
    return {
      path: "/responses",
      continuation: question.continuation,
      length: lengthOf(question.input) + (prompt.instructions?.length ?? 0) + lengthOf(prompt.tools),
      body: (request, asking) => responsesBody(question, request, { preset, ...asking }),
      reader,
      overSocket: { items: question.items, reader },
    };
  }
  const question = chatQuestion(prompt, preset);
  const { tools, continuation, messages } = question;
  return {
    path: "/chat/completions",
    continuation,
    length: lengthOf(messages) + lengthOf(tools.offered),
    body: (request, asking) => chatBody(question, request, { preset, ...asking }),
    overSocket: null,
    reader: (listening) => new ChatReader({ ...listening, tools, customTools: preset.customTools }),
  };
}

/** Counts the characters of all strings in a value. */
function lengthOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  let length = 0;
  for (const inner of Object.values(value)) length += lengthOf(inner);
  return length;
}
