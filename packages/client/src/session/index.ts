export { openSession } from "./open-session.ts";
export type { Model, RespondOptions, Session } from "./session.ts";
export type { SessionLimits, SessionOptions } from "./session-options.ts";
