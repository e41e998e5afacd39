/** Runs before each test file: checks what servers in this process send against the API's schemas. */
import { afterEach, expect } from "vitest";

/** Folders whose tests start Flint's own servers. */
const OF_SERVERS = /\/(packages\/(server|cli)|bench|tests\/wire)\//;

if (OF_SERVERS.test(expect.getState().testPath ?? "")) {
  const { takeFaults, watch } = await import("./outgoing.ts");
  await watch();
  afterEach(async () => {
    const [first] = await takeFaults();
    if (first !== undefined) throw first;
  });
}
