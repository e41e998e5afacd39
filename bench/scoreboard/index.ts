export { type Scoreboard, scoreboard } from "./page.ts";
export type { Entry, Failed, Machine, Measured, Results } from "./results.ts";
