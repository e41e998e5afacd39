import type { Continuation, GenerateRequest, Prompt } from "../../contract/index.ts";
import {
  allowedTools,
  conversationOf,
  isCallRequired,
  itemsOf,
  type OfferedTool,
  ToolSet,
  type Turn,
} from "../../prompt/index.ts";
import type { Preset } from "../preset/index.ts";

type Message = Readonly<Record<string, unknown>>;

/** A prompt in the form of chat completions. */
export interface ChatQuestion {
  readonly prompt: Prompt;
  readonly messages: readonly Message[];
  readonly tools: ToolSet;
  /** Set if the last answer was interrupted. */
  readonly continuation: Continuation | null;
}

/** Joins a namespace and a name: most servers reject names with a dot. */
const SEPARATOR = "__";
/** Asks for the rest of an answer. */
const GO_ON = "Go on exactly where you stopped, and repeat nothing.";

/** Throws {@link EngineError} `prompt_unsupported`. */
export function chatQuestion(prompt: Prompt, preset: Preset): ChatQuestion {
  const tools = new ToolSet(allowedTools(prompt, itemsOf(prompt.tip)), SEPARATOR);
  const { system, turns } = conversationOf(prompt, tools);
  const texts = system.map(({ text }) => text);
  if (prompt.instructions) texts.unshift(prompt.instructions);
  const messages = turns.flatMap((turn) => messagesOf(turn, preset));
  const last = turns.at(-1);
  const isSaid = last?.role === "assistant" && last.calls.length === 0 && last.text !== "";
  if (isSaid && preset.prefill === "turn") messages.push({ role: "user", content: GO_ON });
  if (texts.length > 0) messages.unshift({ role: "system", content: texts.join("\n\n") });
  return { prompt, messages, tools, continuation: continuationOf(turns, preset) };
}

function messagesOf(turn: Turn, preset: Preset): Message[] {
  switch (turn.role) {
    case "user":
      return [{ role: "user", content: turn.text }];
    case "tool":
      return [{ role: "tool", tool_call_id: turn.call.id, content: turn.text }];
    case "assistant": {
      const { text, reasoning, calls } = turn;
      if (text === "" && calls.length === 0) return [];
      const fields = reasoning === "" ? [] : preset.reasoningFields;
      const thought = Object.fromEntries(fields.map((field) => [field, reasoning]));
      if (calls.length === 0) return [{ role: "assistant", content: text, ...thought }];
      const tool_calls = calls.map(({ id, name, arguments: written }) => ({
        id,
        type: "function",
        function: { name, arguments: written || "{}" },
      }));
      return [{ role: "assistant", content: text === "" ? null : text, ...thought, tool_calls }];
    }
  }
}

function continuationOf(turns: readonly Turn[], { prefill }: Preset): Continuation | null {
  const place = turns.findLastIndex(({ role }) => role === "assistant");
  const turn = turns[place];
  if (turn?.role !== "assistant" || !turn.isCut) return null;
  const isLast = place === turns.length - 1;
  const isTaken = prefill === "fields" || prefill === "trailing";
  return isLast && isTaken && turn.calls.length === 0 && turn.text !== "" ? "prefill" : "conversation";
}

/** Creates the request body. Optional fields that the server has rejected are removed later. */
export function chatBody(
  { prompt, messages, tools, continuation }: ChatQuestion,
  request: GenerateRequest,
  { preset, model, cacheKey }: { readonly preset: Preset; readonly model: string; readonly cacheKey: string },
): Record<string, unknown> {
  const { sampling = {}, maxTokens, stop = [], draft, format } = request;
  const temperature = sampling.temperature ?? (preset.greedy ? 0 : undefined);
  const prediction = draft !== undefined && draft !== "" && preset.prediction !== null;
  return {
    model,
    messages,
    stream: true,
    stream_options: { include_usage: true },
    ...(temperature !== undefined && { temperature }),
    ...(sampling.topP !== undefined && { top_p: sampling.topP }),
    ...(sampling.seed !== undefined && { seed: sampling.seed }),
    ...(maxTokens !== undefined && { [preset.maxTokens]: maxTokens }),
    ...(stop.length > 0 && { stop }),
    ...(prediction && { prediction: { type: "content", content: draft } }),
    ...(draft === "" && preset.prediction === "flint" && { prediction: { type: "content", content: "" } }),
    ...(format !== undefined && format.type !== "text" && { response_format: formatOf(format) }),
    ...(tools.size > 0 && {
      tools: tools.offered.map((tool) => toolOf(tool, preset)),
      ...choiceOf(prompt, tools, preset),
    }),
    ...(prompt.reasoningEffort !== undefined && { reasoning_effort: prompt.reasoningEffort }),
    ...(prompt.verbosity !== undefined && preset.verbosity && { verbosity: prompt.verbosity }),
    ...(continuation === "prefill" &&
      preset.prefill === "fields" && { continue_final_message: true, add_generation_prompt: false }),
    ...(preset.cacheKey === "prompt_cache_key" && { prompt_cache_key: cacheKey }),
  };
}

function toolOf({ name, description, parameters, held, origin }: OfferedTool, preset: Preset): unknown {
  if (origin.type === "custom" && preset.customTools) {
    const format =
      held.type === "grammar"
        ? { type: "grammar", grammar: { syntax: held.syntax, definition: held.definition } }
        : { type: "text" };
    return { type: "custom", custom: { name, description, format } };
  }
  const strict = held.type === "parameters" && held.strict;
  return { type: "function", function: { name, description, parameters, ...(strict && { strict }) } };
}

function choiceOf(prompt: Prompt, tools: ToolSet, preset: Preset): Record<string, unknown> {
  const { toolChoice, parallelToolCalls } = prompt;
  const parallel = parallelToolCalls === undefined ? {} : { parallel_tool_calls: parallelToolCalls };
  if (!isCallRequired(prompt)) return parallel;
  const named = typeof toolChoice === "object" && "name" in toolChoice ? tools.nameOf(toolChoice.name) : null;
  const tool = named === null ? null : tools.find(named);
  if (tool === null) return { ...parallel, tool_choice: "required" };
  const isCustom = tool.origin.type === "custom" && preset.customTools;
  const type = isCustom ? "custom" : "function";
  return { ...parallel, tool_choice: { type, [type]: { name: tool.name } } };
}

function formatOf(format: NonNullable<GenerateRequest["format"]>): unknown {
  if (format.type !== "json_schema") return format;
  const { type, ...schema } = format;
  return { type, json_schema: schema };
}
