import { parseCreateRequest } from "@flint/protocol";
import type { Shared } from "../shared.ts";
import { answer, orderOf, STREAM_HEADERS, stream } from "./http-turn.ts";
import { jsonOf } from "./json-body.ts";
import { sseOf } from "./sse.ts";

/** `POST /v1/responses`: the Response object, or its events as they come. Rejects with ApiError. */
export async function createResponse(shared: Shared, httpRequest: Request): Promise<Response> {
  const request = parseCreateRequest(await jsonOf(httpRequest));
  if (!request.ok) throw request.error;
  const order = await orderOf(shared, request.value);
  if (!request.value.stream) return Response.json(await answer(shared, order, httpRequest.signal));
  return new Response(stream(shared, order, sseOf), { headers: STREAM_HEADERS });
}
