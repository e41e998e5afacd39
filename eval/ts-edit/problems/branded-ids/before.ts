export type UserId = string;
export type OrderId = string;

export interface Order {
  readonly id: OrderId;
  readonly buyer: UserId;
  readonly total: number;
}

export function ordersOf(orders: readonly Order[], user: UserId): Order[] {
  return orders.filter((order) => order.buyer === user);
}

export function link(order: OrderId): string {
  return `/orders/${encodeURIComponent(order)}`;
}
