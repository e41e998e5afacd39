export type { ConnectionLimits } from "./connection-limits.ts";
export type { ConnectionState } from "./connection-state.ts";
