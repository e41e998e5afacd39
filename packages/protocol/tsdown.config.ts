import { defineConfig } from "tsdown";

export default defineConfig({
  // The conformance checks are for tests of built packages; what is published leaves them out.
  entry: ["src/index.ts", "src/conformance/index.ts"],
  platform: "neutral",
  target: "es2023",
  fixedExtension: false,
  hash: false,
  sourcemap: true,
  dts: true,
  deps: {
    // TypeBox is some six hundred small modules, which take far longer to load than the part used here. Its types
    // stay where they are.
    alwaysBundle: (id, importer) => /^typebox(\/|$)/.test(id) && !importer?.endsWith(".d.ts"),
    onlyBundle: ["typebox"],
    neverBundle: [/^ajv(\/|$)/],
  },
});
