export { EndedTurn } from "./ended-turn.ts";
export type { TurnContext, TurnEnd, TurnOrder } from "./order.ts";
export { inputLink, promptOf } from "./order.ts";
export { releaseSteers, type SentSteer, type Steer } from "./steers.ts";
export { Turn } from "./turn.ts";
export type { TurnEvent } from "./turn-event.ts";
