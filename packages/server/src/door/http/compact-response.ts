import {
  type CompactedResponse,
  type CreateRequest,
  parseCreateRequest,
  type ResponseObject,
} from "@flint/protocol";
import { itemsOf, keptMessages } from "../../compaction/index.ts";
import type { TurnOrder } from "../../turn/index.ts";
import type { OwnShared } from "../shared.ts";
import { admit, answer } from "./http-turn.ts";
import { jsonOf } from "./json-body.ts";
import type { Place } from "./place.ts";
import { withoutNulls } from "./without-nulls.ts";

/**
 * Handles `POST /v1/responses/compact`: returns the latest user and developer messages and one `compaction` item for
 * the rest. The result cannot be continued by its id; its `output` is the next request's `input`. Rejects with
 * ApiError.
 */
export async function compactResponse(
  shared: OwnShared,
  httpRequest: Request,
  place: Place,
): Promise<Response> {
  const parsed = parseCreateRequest(withoutNulls({}, await jsonOf(shared, place)));
  if (!parsed.ok) throw parsed.error;
  const admitted = await admit(shared, parsed.value);
  const { order } = admitted;
  const response = await answer(shared, { ...admitted, order: compactionOrder(order) }, httpRequest.signal);
  return Response.json(compactedOf(response, order));
}

function compactionOrder(order: TurnOrder): TurnOrder {
  const input = order.request.input.filter(({ type }) => type !== "compaction_trigger");
  const request: CreateRequest = {
    ...order.request,
    input: [...input, { type: "compaction_trigger" }],
    store: false,
  };
  return { ...order, request };
}

function compactedOf({ id, created_at, output, usage }: ResponseObject, order: TurnOrder): CompactedResponse {
  const said = [...itemsOf(order.parent?.tip ?? null), ...order.request.input];
  return {
    id,
    object: "response.compaction",
    created_at,
    output: [
      ...keptMessages(said, order.model.contextLength),
      ...output.filter((item) => item.type === "compaction"),
    ],
    usage: usage ?? NOTHING_USED,
  };
}

const NOTHING_USED = {
  input_tokens: 0,
  input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
  output_tokens: 0,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 0,
};
