import { apiError, type CreateRequest, parseCreateRequest } from "@flint/protocol";
import type { OwnShared } from "../shared.ts";
import { type Admitted, admit, answer, answerExisting, stream } from "./http-turn.ts";
import { jsonOf } from "./json-body.ts";
import type { Place } from "./place.ts";
import { sseOf } from "./sse.ts";
import { replayOf } from "./stored-responses.ts";

/** Handles `POST /v1/responses`: returns the Response object or streams its events. Rejects with ApiError. */
export async function createResponse(
  shared: OwnShared,
  httpRequest: Request,
  place: Place,
): Promise<Response> {
  const body = await jsonOf(shared, place);
  const parsed = parseCreateRequest(body);
  if (!parsed.ok) throw parsed.error;
  const { value: request } = parsed;
  if (isWarmUp(body)) {
    const message =
      "`generate` is not supported over HTTP: send warm-ups over the WebSocket, or leave it out";
    throw apiError("unsupported_parameter", message, "generate");
  }
  const begun = await shared.responses.claim(request);
  if (begun !== null) {
    return request.stream
      ? replayOf(shared, begun, -1)
      : Response.json(await answerExisting(shared, begun, httpRequest.signal));
  }
  const admitted = await admitClaimed(shared, request);
  if (!request.stream) return Response.json(await answer(shared, admitted, httpRequest.signal));
  return place.answerWithStream(stream(shared, admitted, place.outgoing, sseOf));
}

/**
 * Whether the request has `generate: false`, which only WebSocket creates support. Ignoring it would generate a whole
 * answer.
 */
function isWarmUp(body: unknown): boolean {
  return typeof body === "object" && body !== null && "generate" in body && body.generate === false;
}

async function admitClaimed(shared: OwnShared, request: CreateRequest): Promise<Admitted> {
  try {
    return await admit(shared, request);
  } catch (cause) {
    shared.responses.unclaim(request.flint?.request_id);
    throw cause;
  }
}
