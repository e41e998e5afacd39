export interface OrderLine {
  readonly article: string;
  readonly count: number;
}

/** As it is stored. */
export interface RecievedOrder {
  readonly id: string;
  readonly recievedAt: string;
  readonly lines: readonly OrderLine[];
}

export function recieveOrder(id: string, lines: readonly OrderLine[], now = new Date()): RecievedOrder {
  return { id, recievedAt: now.toISOString(), lines: lines.filter(({ count }) => count > 0) };
}

export function recieveAll(orders: Record<string, readonly OrderLine[]>, now?: Date): RecievedOrder[] {
  return Object.entries(orders).map(([id, lines]) => recieveOrder(id, lines, now));
}

export function isStale(order: RecievedOrder, now: Date, hours = 24): boolean {
  return now.getTime() - Date.parse(order.recievedAt) > hours * 3_600_000;
}
