import { join } from "node:path";
import { buildPlayground } from "@flint/playground/build";
import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/main.ts"],
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  hash: false,
  sourcemap: true,
  dts: true,
  hooks: { "build:done": ({ options }) => buildPlayground(join(options.outDir, "playground")) },
});
