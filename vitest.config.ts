import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Without `module`, which bundlers know and Node does not: tests load what the program loads.
const conditions = ["flint-source", "node", "development|production"];

export default defineConfig({
  // Packages import each other by name; under this condition the name stands for the source, not for `dist`.
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "bench/**/*.test.ts",
      "eval/**/*.test.ts",
      "fire/**/*.test.ts",
      "models/nano/**/*.test.ts",
      "tests/**/*.test.ts",
    ],
    // Tests start servers and engines as processes of their own, so a worker is rarely the only busy one.
    maxWorkers: Math.max(2, Math.ceil(availableParallelism() / 2)),
    setupFiles: ["tests/wire/outgoing.setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
