export { Aside, AsideError } from "./aside.ts";
export { Unfinished } from "./unfinished.ts";
