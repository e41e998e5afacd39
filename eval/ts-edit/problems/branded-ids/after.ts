export type UserId = string & { readonly __brand: "UserId" };
export type OrderId = string & { readonly __brand: "OrderId" };

export function userId(text: string): UserId {
  if (!text.startsWith("u_")) throw new TypeError(`a user's id begins with u_, not ${text}`);
  return text as UserId;
}

export function orderId(text: string): OrderId {
  if (!text.startsWith("o_")) throw new TypeError(`an order's id begins with o_, not ${text}`);
  return text as OrderId;
}

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
