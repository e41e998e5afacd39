import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/conformance/index.ts", "src/llama/process.ts"],
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  hash: false,
  sourcemap: true,
  dts: true,
  // The conformance suite runs under the vitest of whoever tests an engine with it.
  deps: { neverBundle: ["vitest"] },
});
