/** Runs before each test file: what servers in this process send is held against the API's schemas. */
import { afterEach, expect } from "vitest";

/** Where servers are started that are Flint's own. */
const OF_SERVERS = /\/(packages\/(server|cli)|bench|tests\/wire)\//;

if (OF_SERVERS.test(expect.getState().testPath ?? "")) {
  const { takeFaults, watch } = await import("./outgoing.ts");
  await watch();
  afterEach(async () => {
    const [first] = await takeFaults();
    if (first !== undefined) throw first;
  });
}
