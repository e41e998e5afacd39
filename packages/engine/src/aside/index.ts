export { Aside, AsideError, type AsideTask } from "./aside.ts";
export { type TimeUp, Unfinished } from "./unfinished.ts";
