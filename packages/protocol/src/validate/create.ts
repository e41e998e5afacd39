import { type ApiError, apiError } from "../error/index.ts";
import { CreateFields, type CreateRequest } from "../schema/index.ts";
import { check } from "./check.ts";
import { parseInput, tooMany } from "./input.ts";
import { fieldOf, isObject, type JsonObject, refuse, refuseType, tooDeepField } from "./json.ts";
import { MAX_METADATA_KEY_LENGTH, type RequestLimits, withDefaults } from "./limits.ts";
import type { Result } from "./result.ts";
import { parseToolChoice, parseTools, whyNotDeclared, whyTooManyAdded } from "./tools.ts";

/** Unsupported parameters that cannot be ignored because they would change the result, and what to use instead. */
const unsupported = new Map([
  ["background", "leave it out, and read the answer as a stream"],
  ["conversation", "use `previous_response_id`"],
  ["prompt", "send `instructions` and `input`"],
  ["top_logprobs", "leave it out"],
]);

/**
 * Validates the body of `POST /v1/responses` or of a `response.create` frame. Removes unknown fields, except within
 * items and tools. Every error has status 400, a stable `code` (`missing_required_parameter`, `invalid_type`,
 * `invalid_value`, `array_above_max_length`, `unsupported_parameter`) and a `param` with the exact path.
 */
export function parseCreateRequest(body: unknown, limits: RequestLimits = {}): Result<CreateRequest> {
  if (!isObject(body)) return refused(refuseType("", "a JSON object", body));
  const max = withDefaults(limits);
  const error =
    whyTooDeep(body, max.maxDepth) ??
    whyUnsupported(body) ??
    check(CreateFields, body, "") ??
    whyNotMetadata(body, max) ??
    whyTooManyStops(body, max);
  if (error) return refused(error);

  const input = parseInput(body.input ?? emptyInput(body), max.maxInputItems);
  if (!input.ok) return input;
  const trigger = input.value.findIndex((item) => item.type === "compaction_trigger");
  if (trigger >= 0 && trigger < input.value.length - 1) {
    return refused(
      refuse("invalid_value", `input[${trigger}]`, "a compaction_trigger to be the last item", body.input),
    );
  }
  const tooManyAdded = whyTooManyAdded(input.value, max.maxTools);
  if (tooManyAdded) return refused(tooManyAdded);
  const request = requestOf(body, input.value);

  if (body.tools !== undefined && body.tools !== null) {
    const tools = parseTools(body.tools, max.maxTools);
    if (!tools.ok) return tools;
    request.tools = tools.value;
  }
  if (body.tool_choice !== undefined && body.tool_choice !== null) {
    const choice = parseToolChoice(body.tool_choice);
    if (!choice.ok) return choice;
    const error = whyNotDeclared(choice.value, request);
    if (error) return refused(error);
    request.tool_choice = choice.value;
  }
  return { ok: true, value: request };
}

function refused(error: ApiError): { ok: false; error: ApiError } {
  return { ok: false, error };
}

/** A continuation needs no input: the model continues from the parent response. */
function emptyInput(body: JsonObject): [] | undefined {
  return typeof body.previous_response_id === "string" ? [] : undefined;
}

/** Copies the known fields, except those that are validated separately. */
function requestOf(body: JsonObject, input: CreateRequest["input"]): CreateRequest {
  const request: CreateRequest & JsonObject = { input };
  for (const key in CreateFields.properties) if (body[key] !== undefined) request[key] = body[key];
  return request;
}

export function whyTooDeep(body: JsonObject, maxDepth: number): ApiError | null {
  const field = tooDeepField(body, maxDepth);
  if (field === null) return null;
  const path = fieldOf("", field);
  return apiError("invalid_value", `\`${path}\`: nested deeper than ${maxDepth} levels`, path);
}

function whyUnsupported(body: JsonObject): ApiError | null {
  for (const [param, remedy] of unsupported) {
    const value = body[param];
    if (value === undefined || value === null || value === false || value === 0) continue;
    const message = `\`${param}\` is not supported: ${remedy}`;
    return apiError("unsupported_parameter", message, param);
  }
  return null;
}

function whyTooManyStops({ flint }: CreateFields, { maxStops }: { maxStops: number }): ApiError | null {
  const count = flint?.stop?.length ?? 0;
  return count > maxStops ? tooMany("flint.stop", "texts", maxStops, count) : null;
}

export function whyNotMetadata(
  { metadata }: CreateFields,
  max: { maxMetadataKeys: number; maxMetadataLength: number },
): ApiError | null {
  const entries = Object.entries(metadata ?? {});
  if (entries.length > max.maxMetadataKeys) {
    const message = `\`metadata\`: expected at most ${max.maxMetadataKeys} keys, got ${entries.length}`;
    return apiError("invalid_value", message, "metadata");
  }
  for (const [key, value] of entries) {
    const path = fieldOf("metadata", key);
    if (key.length > MAX_METADATA_KEY_LENGTH) {
      return refuse("invalid_value", path, `a key of at most ${MAX_METADATA_KEY_LENGTH} characters`, key);
    }
    if (value.length > max.maxMetadataLength) {
      return refuse("invalid_value", path, `at most ${max.maxMetadataLength} characters`, value);
    }
  }
  return null;
}
