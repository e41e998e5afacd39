export { Allowance } from "./allowance.ts";
export { WriteSchedule } from "./write-schedule.ts";
