import { link, type Order, type OrderId, orderId, ordersOf, type UserId, userId } from "./solution.ts";

const user: UserId = userId("u_1");
const id: OrderId = orderId("o_1");
const order: Order = { id, buyer: user, total: 1 };
ordersOf([order], user);
link(id);
export const text: string = user;
export const length: number = id.length;
// @ts-expect-error: a user is not an order
link(user);
// @ts-expect-error: an order is not a user
ordersOf([order], id);
// @ts-expect-error: any text is not a user
ordersOf([order], "u_1");
// @ts-expect-error: any text is not an order
link("o_1");
