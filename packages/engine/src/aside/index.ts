export { Aside, AsideError, type AsideTask } from "./aside.ts";
export { type TimeUp, timeUpAfter, Unfinished } from "./unfinished.ts";
