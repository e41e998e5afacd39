import { parseCreateRequest } from "@flint/protocol";
import { apiErrorOf, logFieldsOf, logLevelOf, responseErrorOf } from "../../errors/index.ts";
import { inputLink, promptOf } from "../../turn/index.ts";
import { resolveRequest } from "../resolve-request.ts";
import type { OwnShared } from "../shared.ts";
import { jsonOf } from "./json-body.ts";
import type { Place } from "./place.ts";
import { withoutNulls } from "./without-nulls.ts";

/**
 * Handles `POST /v1/responses/input_tokens`: counts the input tokens of a create with the same fields. Rejects with
 * ApiError.
 */
export async function inputTokens(shared: OwnShared, place: Place): Promise<Response> {
  const request = parseCreateRequest(withoutNulls({ input: [] }, await jsonOf(shared, place)));
  if (!request.ok) throw request.error;
  const resolved = await resolveRequest(shared, request.value, (id) => shared.responses.entry(id));
  const order = { ...resolved, fork: false, warmUp: false, steers: [], thread: null };
  try {
    const prompt = promptOf(order, inputLink(order), shared.seal);
    const count = await shared.models.countTokens(resolved.model.id, prompt);
    return Response.json({ object: "response.input_tokens", input_tokens: count });
  } catch (cause) {
    shared.logger[logLevelOf(cause)](logFieldsOf(cause), "a prompt could not be counted");
    throw apiErrorOf(responseErrorOf(cause));
  }
}
