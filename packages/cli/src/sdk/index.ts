export type { InitializeOptions } from "./initialize-options.ts";
export { initializeSession } from "./initialize-session.ts";
