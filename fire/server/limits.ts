const LIMITS = ["keyRequests=1000000", "keyTokens=1000000000", "keyResponses=1000", "keySockets=1000"];

/** Flags of a server whose keys may do all they like: what a key may do has tests of its own. */
export const generous: readonly string[] = LIMITS.flatMap((limit) => ["--limit", limit]);
