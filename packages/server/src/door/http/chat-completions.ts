import {
  ApiError,
  apiError,
  type ErrorCode,
  parseChatRequest,
  type ResponseEvent,
  SSE_DONE,
  whyNotDeclared,
} from "@flint/protocol";
import { ChatChunks, chatCompletion, responseRequest, whyStopped } from "../../chat/index.ts";
import { apiErrorOf } from "../../errors/index.ts";
import { type OwnShared, type Shared, shuttingDown } from "../shared.ts";
import { type Admitted, admit, answer, onceAborted, stream } from "./http-turn.ts";
import { jsonOf } from "./json-body.ts";
import type { Place } from "./place.ts";

/** Handles `POST /v1/chat/completions`, for clients that speak only that API. Rejects with ApiError. */
export async function chatCompletions(
  shared: OwnShared,
  httpRequest: Request,
  place: Place,
): Promise<Response> {
  const chat = parseChatRequest(await jsonOf(shared, place));
  if (!chat.ok) throw chat.error;
  const { request, sources } = responseRequest(chat.value);
  const unknown = request.tool_choice === undefined ? null : whyNotDeclared(request.tool_choice, request);
  if (unknown !== null) throw unknown;
  let admitted: Admitted;
  try {
    admitted = await admit(shared, request);
  } catch (cause) {
    throw cause instanceof ApiError ? withChatParams(cause, sources) : cause;
  }
  if (!chat.value.stream) {
    const response = await answer(shared, admitted, httpRequest.signal);
    const stopped = whyStopped(response);
    if (stopped !== null) throw stopped;
    return Response.json(chatCompletion(response));
  }
  return streamCompletion(shared, admitted, chat.value.stream_options?.include_usage ?? false, place);
}

/** Waits for the answer to begin before streaming: an earlier failure becomes the HTTP status. */
async function streamCompletion(
  shared: OwnShared,
  admitted: Admitted,
  includeUsage: boolean,
  place: Place,
): Promise<Response> {
  const chunks = new ChatChunks(includeUsage);
  let begin: (failure: ApiError | null) => void = () => {};
  const begun = new Promise<ApiError | null>((resolve) => {
    begin = resolve;
  });
  let events = 0;
  const answer = stream(shared, admitted, place.outgoing, ({ event }) => {
    const failure = failureOf(event, shared, admitted);
    // The first two events announce the response; a later `in_progress` is a keep-alive while it waits.
    if (++events > 2) begin(failure);
    if (failure !== null) return `data: ${JSON.stringify({ error: failure.body() })}\n\n`;
    if (event.type === "response.in_progress") return events > 2 ? ": keep-alive\n\n" : "";
    const text = chunks.of(event).map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);
    const isOver = event.type === "response.completed" || event.type === "response.incomplete";
    return `${text.join("")}${isOver ? SSE_DONE : ""}`;
  });
  onceAborted(answer.gone, () => begin(null));
  const failure = await begun;
  if (failure === null) return place.answerWithStream(answer);
  answer.leave();
  throw failure;
}

function failureOf(event: ResponseEvent, { closing }: Shared, admitted: Admitted): ApiError | null {
  if (!("response" in event)) return null;
  if (event.response.error !== null) return apiErrorOf(event.response.error);
  const stopped = whyStopped(event.response);
  if (stopped === null) return null;
  return admitted.whyStopped() ?? (closing.aborted ? shuttingDown() : stopped);
}

/** Rewrites an error to name the parameters of the chat request instead of those of the converted request. */
function withChatParams(error: ApiError, sources: readonly string[]): ApiError {
  const toChatPath = (text: string) =>
    text
      .replace(/\binput\[(\d+)\]/g, (path, at: string) => sources[Number(at)] ?? path)
      .replace(/\.call_id\b/g, ".tool_call_id")
      .replace("text.format.schema", "response_format.json_schema.schema")
      .replace(/\b(tools\[\d+\])\.parameters\b/, "$1.function.parameters")
      .replace(/\b(tools\[\d+\])\.format\.definition\b/, "$1.custom.format.grammar.definition");
  const { code, message, param, retryAfter } = error;
  return apiError(code as ErrorCode, toChatPath(message), param && toChatPath(param), retryAfter);
}
