import { isStale, type ReceivedOrder, receiveOrder } from "./solution.ts";

const order: ReceivedOrder = receiveOrder("1", []);
export const stale: boolean = isStale(order, new Date());
