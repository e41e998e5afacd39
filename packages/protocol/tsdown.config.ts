import { defineConfig, type UserConfig } from "tsdown";

const settings: UserConfig = {
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
};

export default defineConfig([
  { ...settings, entry: ["src/index.ts", "src/wire.ts"] },
  // For tests of built packages; what is published leaves it out, and nobody compiles against it.
  { ...settings, entry: { "conformance/index": "src/conformance/index.ts" }, dts: false, clean: false },
]);
