import type { TraceContext } from "@flint/engine";

const TRACEPARENT = /^(?!ff)[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/;
const LONGEST_STATE = 512;

/** Returns the trace context from a client's headers; null if they are missing or invalid. */
export function traceContextOf(
  traceparent: string | string[] | null | undefined,
  tracestate?: string | string[] | null,
): TraceContext | null {
  if (typeof traceparent !== "string" || !TRACEPARENT.test(traceparent)) return null;
  const isKept = typeof tracestate === "string" && tracestate !== "" && tracestate.length <= LONGEST_STATE;
  return { traceparent, ...(isKept && { tracestate }) };
}
