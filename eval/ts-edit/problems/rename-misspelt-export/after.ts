export interface OrderLine {
  readonly article: string;
  readonly count: number;
}

/** As it is stored. */
export interface ReceivedOrder {
  readonly id: string;
  readonly recievedAt: string;
  readonly lines: readonly OrderLine[];
}

export function receiveOrder(id: string, lines: readonly OrderLine[], now = new Date()): ReceivedOrder {
  return { id, recievedAt: now.toISOString(), lines: lines.filter(({ count }) => count > 0) };
}

export function recieveAll(orders: Record<string, readonly OrderLine[]>, now?: Date): ReceivedOrder[] {
  return Object.entries(orders).map(([id, lines]) => receiveOrder(id, lines, now));
}

export function isStale(order: ReceivedOrder, now: Date, hours = 24): boolean {
  return now.getTime() - Date.parse(order.recievedAt) > hours * 3_600_000;
}
