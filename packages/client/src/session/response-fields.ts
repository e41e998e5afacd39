import type { RunRequest } from "../turn/index.ts";
import type { RespondOptions } from "./session.ts";

/** A question's options as the fields of a create. */
export function responseFields(
  options: RespondOptions,
  sessionModel: string | undefined,
): RunRequest["fields"] {
  const model = options.model ?? sessionModel;
  const prediction = options.prediction ?? null;
  return {
    store: false,
    ...(model === undefined ? {} : { model }),
    ...(options.instructions === undefined ? {} : { instructions: options.instructions }),
    ...(options.tools === undefined ? {} : { tools: options.tools }),
    ...(options.toolChoice === undefined ? {} : { tool_choice: options.toolChoice }),
    ...(options.temperature === undefined ? {} : { temperature: options.temperature }),
    ...(options.maxOutputTokens === undefined ? {} : { max_output_tokens: options.maxOutputTokens }),
    ...(prediction === null ? {} : { flint: { prediction } }),
  };
}
