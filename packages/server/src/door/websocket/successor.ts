import type { ChainEntry } from "../../chain/index.ts";
import type { Turn, TurnOrder } from "../../turn/index.ts";
import { asApiError, type OwnShared } from "../shared.ts";

export const GOING_AWAY =
  "the connection or the server is closing: send the input again on another connection";

/** Why the account's steers begin no response by themselves now; null where they may. */
export async function whyNoSuccessor({ account, logger }: OwnShared): Promise<string | null> {
  try {
    await account.goOn();
    return null;
  } catch (cause) {
    return `${asApiError(cause, logger).message}; then send the input with response.create`;
  }
}

/** The response that steers begin: the same settings, on from where the steered one stopped. */
export function successorOf(turn: Turn, order: TurnOrder, parent: ChainEntry): TurnOrder {
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
