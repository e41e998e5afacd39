import { type ApiError, apiError } from "../error/index.ts";
import {
  check,
  isObject,
  type JsonObject,
  type RequestLimits,
  type Result,
  refuse,
  refuseType,
  tooMany,
  whyNotMetadata,
  whyTooDeep,
  withDefaults,
} from "../validate/index.ts";
import { ChatFields, type ChatMessage, type ChatRequest, messageSchemas } from "./schema.ts";

/**
 * Validates the body of `POST /v1/chat/completions`. Removes unknown fields. Errors are like those of
 * `parseCreateRequest`.
 */
export function parseChatRequest(body: unknown, limits: RequestLimits = {}): Result<ChatRequest> {
  if (!isObject(body)) return { ok: false, error: refuseType("", "a JSON object", body) };
  const max = withDefaults(limits);
  const error =
    whyTooDeep(body, max.maxDepth) ??
    whyUnsupported(body) ??
    check(ChatFields, body, "") ??
    whyNotMetadata(body, max) ??
    whyTooMany(body, max);
  if (error) return { ok: false, error };
  const messages = parseMessages(body.messages, max.maxInputItems);
  if (!messages.ok) return messages;
  const known = Object.keys(ChatFields.properties).filter((key) => body[key] !== undefined);
  const fields = Object.fromEntries(known.map((key) => [key, body[key]]));
  return { ok: true, value: { ...fields, messages: messages.value } };
}

function parseMessages(messages: unknown, maxItems: number): Result<readonly ChatMessage[]> {
  const expected = "a list of one or more messages";
  if (!Array.isArray(messages)) return { ok: false, error: refuseType("messages", expected, messages) };
  if (messages.length === 0) {
    return { ok: false, error: refuse("invalid_value", "messages", expected, messages) };
  }
  if (messages.length > maxItems) {
    return { ok: false, error: tooMany("messages", "messages", maxItems, messages.length) };
  }
  for (const [at, message] of messages.entries()) {
    const error = whyNotMessage(message, `messages[${at}]`);
    if (error) return { ok: false, error };
  }
  return { ok: true, value: messages };
}

function whyNotMessage(message: unknown, path: string): ApiError | null {
  if (!isObject(message)) return refuseType(path, "a message", message);
  const { role } = message;
  if (typeof role !== "string" || !isRole(role)) {
    const roles = Object.keys(messageSchemas).map((name) => `\`${name}\``);
    return refuse("invalid_value", `${path}.role`, `one of ${roles.join(", ")}`, role);
  }
  return check(messageSchemas[role], message, path);
}

function isRole(role: string): role is keyof typeof messageSchemas {
  return Object.hasOwn(messageSchemas, role);
}

/** Returns an error for an unsupported parameter that cannot be ignored because it would change the answer. */
function whyUnsupported(body: JsonObject): ApiError | null {
  const { n, logprobs, audio, functions, modalities } = body;
  if (typeof n === "number" && n > 1) return unsupported("n", "send the request several times");
  if (logprobs === true) return unsupported("logprobs", "leave it out");
  if (audio != null) return unsupported("audio", "ask for text");
  if (Array.isArray(modalities) && modalities.some((one) => one !== "text")) {
    return unsupported("modalities", "ask for text");
  }
  if (Array.isArray(functions) && functions.length > 0) return unsupported("functions", "use `tools`");
  return null;
}

function unsupported(param: string, remedy: string): ApiError {
  return apiError("unsupported_parameter", `\`${param}\` is not supported: ${remedy}`, param);
}

function whyTooMany(
  { tools, stop }: JsonObject,
  { maxTools, maxStops }: Required<RequestLimits>,
): ApiError | null {
  if (Array.isArray(tools) && tools.length > maxTools) {
    return tooMany("tools", "tools", maxTools, tools.length);
  }
  return Array.isArray(stop) && stop.length > maxStops
    ? tooMany("stop", "texts", maxStops, stop.length)
    : null;
}
