export type { TurnContext, TurnEnd, TurnOrder } from "./order.ts";
export { inputLink, promptOf } from "./order.ts";
export { OverTurn } from "./over-turn.ts";
export { letGoOf, type SentSteer, type Steer } from "./steers.ts";
export { Turn } from "./turn.ts";
export type { TurnEvent } from "./turn-event.ts";
