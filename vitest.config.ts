import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Without `module`, which bundlers know and Node does not: tests load what the program loads.
const conditions = ["flint-source", "node", "development|production"];

/** Where what servers send is watched, and where it is not, a process has the one or the other. */
const SERVERS = ["packages/{server,cli}/src/**/*.test.ts"];
const OTHERS = ["packages/{protocol,engine,client}/src/**/*.test.ts"];
/** Each in a process of its own. Native code, its memory, and what a process loads once. */
const ALONE = ["packages/engine/src/llama/**/*.test.ts", "packages/client/src/node/shared-grammar.test.ts"];
const REST = [
  "packages/playground/src/**/*.test.ts",
  "bench/**/*.test.ts",
  "eval/**/*.test.ts",
  "fire/**/*.test.ts",
  "models/nano/**/*.test.ts",
  "tests/**/*.test.ts",
];

export default defineConfig({
  // Packages import each other by name; under this condition the name stands for the source, not for `dist`.
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      // Files of one process load their modules once, which would be half of their time.
      { extends: true, test: { name: "servers", isolate: false, include: SERVERS } },
      { extends: true, test: { name: "others", isolate: false, include: OTHERS, exclude: ALONE } },
      { extends: true, test: { name: "alone", include: [...REST, ...ALONE] } },
    ],
    // Tests start servers and engines as processes of their own, so a worker is rarely the only busy one.
    maxWorkers: Math.max(2, Math.ceil(availableParallelism() / 2)),
    setupFiles: ["tests/wire/outgoing.setup.ts"],
    // A test that hangs is seen as well after a minute; one that is only slow, beside others, does not fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
