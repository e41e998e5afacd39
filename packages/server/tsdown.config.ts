import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/store/conformance/index.ts", "src/store/disk/disk-thread.ts"],
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  hash: false,
  sourcemap: true,
  dts: true,
  // The conformance suite runs under the vitest of whoever tests a store with it.
  deps: { neverBundle: ["vitest"] },
});
