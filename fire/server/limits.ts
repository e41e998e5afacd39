const LIMITS = ["keyRequests=1000000", "keyTokens=1000000000", "keyResponses=1000", "keySockets=1000"];

/** Flags that make a server's limits per key irrelevant: those have their own tests. */
export const generous: readonly string[] = LIMITS.flatMap((limit) => ["--limit", limit]);
