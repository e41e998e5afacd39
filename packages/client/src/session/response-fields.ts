import type { InputItem } from "@flint/protocol";
import { FlintError, type OptionNames, requireOptions, requireSignal, requireTypes } from "../error/index.ts";
import type { RunRequest } from "../turn/index.ts";
import type { RespondOptions } from "./session.ts";

const OPTION_NAMES: OptionNames<RespondOptions> = {
  input: true,
  instructions: true,
  previousResponseId: true,
  tools: true,
  toolChoice: true,
  model: true,
  temperature: true,
  maxOutputTokens: true,
  prediction: true,
  signal: true,
};

/** Checks the options of a request. Throws {@link FlintError} `invalid_argument`. */
export function checkRespondOptions(options: RespondOptions): void {
  requireOptions<RespondOptions>(options, '{ input: "Name a sorting algorithm." }', OPTION_NAMES);
  requireSignal(options.signal);
  const { input, tools } = options;
  if (typeof input !== "string" && !Array.isArray(input)) {
    throw new FlintError("invalid_argument", "input must be a string or a list of items");
  }
  requireTypes(options, {
    model: "string",
    instructions: "string",
    previousResponseId: "string or null",
    prediction: "string or null",
    temperature: "number",
    maxOutputTokens: "number",
  });
  if (tools !== undefined && !Array.isArray(tools)) {
    throw new FlintError("invalid_argument", "tools must be a list of the tools that the model may call");
  }
  requireToolChoice(options.toolChoice);
}

const MODES: readonly unknown[] = ["auto", "none", "required"];

function requireToolChoice(given: unknown): void {
  if (given === undefined || MODES.includes(given)) return;
  const { type, name } = Object(given);
  // Only the server knows the fields of other types.
  const isNamed = type === "function" || type === "custom" ? typeof name === "string" : true;
  if (typeof type === "string" && isNamed) return;
  throw new FlintError(
    "invalid_argument",
    'toolChoice must be "auto", "none", "required", or { type: "function", name } of one of the tools',
  );
}

export function inputItems(input: RespondOptions["input"]): readonly InputItem[] {
  if (typeof input !== "string") return asJson(input, "input");
  return [{ type: "message", role: "user", content: [{ type: "input_text", text: input }] }];
}

/**
 * Returns a copy of `given` as JSON, since it may be sent again after the caller has changed it. Throws
 * {@link FlintError} `invalid_argument` if JSON cannot represent it.
 */
function asJson<T>(given: T, name: string): T {
  try {
    return JSON.parse(JSON.stringify(given)) as T;
  } catch (cause) {
    const [why] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    const message = `${name} cannot be sent as JSON (${why}): pass plain data`;
    throw new FlintError("invalid_argument", message, { cause });
  }
}

/** Converts the options to fields of `response.create`. */
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
    ...(options.tools === undefined ? {} : { tools: asJson(options.tools, "tools") }),
    ...(options.toolChoice === undefined ? {} : { tool_choice: asJson(options.toolChoice, "toolChoice") }),
    ...(options.temperature === undefined ? {} : { temperature: options.temperature }),
    ...(options.maxOutputTokens === undefined ? {} : { max_output_tokens: options.maxOutputTokens }),
    ...(prediction === null ? {} : { flint: { prediction } }),
  };
}
