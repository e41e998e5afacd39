import type { ChainEntry } from "../../chain/index.ts";
import type { Turn, TurnOrder } from "../../turn/index.ts";
import { asApiError, type OwnShared } from "../shared.ts";

export const GOING_AWAY =
  "the connection or the server is closing: send the input again on another connection";

/** Returns why the account's steers may not begin a response now; null if they may. */
export async function whyNoSuccessor({ account, logger }: OwnShared): Promise<string | null> {
  try {
    await account.checkMayContinue();
    return null;
  } catch (cause) {
    return `${asApiError(cause, logger).message}; then send the input with response.create`;
  }
}

/** Returns the order for the response that steers begin: the same settings, continuing the steered response. */
export function successorOrder(turn: Turn, order: TurnOrder, parent: ChainEntry): TurnOrder {
  const { flint, ...settings } = order.request;
  const { request_id: _, ...own } = flint ?? {};
  return {
    request: { ...settings, ...(flint && { flint: own }), previous_response_id: turn.id, input: [] },
    model: order.model,
    parent,
    fork: false,
    warmUp: false,
    steers: turn.steers.take(),
    thread: turn.handOver(),
  };
}
