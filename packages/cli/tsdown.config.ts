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
  deps: {
    // TypeBox is some six hundred small modules, which take far longer to load than the part used here. Its types
    // stay where they are.
    alwaysBundle: (id, importer) => /^typebox(\/|$)/.test(id) && !importer?.endsWith(".d.ts"),
    onlyBundle: ["typebox"],
  },
  hooks: { "build:done": ({ options }) => buildPlayground(join(options.outDir, "playground")) },
});
