export type { TurnContext, TurnEnd, TurnOrder } from "./order.ts";
export { inputLink, promptOf } from "./order.ts";
export { OverTurn } from "./over-turn.ts";
export type { Steer } from "./steers.ts";
export { Turn } from "./turn.ts";
export type { TurnEvent } from "./turn-event.ts";
