import type { ChainEntry } from "../../chain/index.ts";
import type { Turn, TurnOrder } from "../../turn/index.ts";

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
