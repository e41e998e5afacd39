import { defineConfig } from "tsdown";

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/aside/thread.ts",
    "src/conformance/index.ts",
    "src/llama/gguf-writer/index.ts",
    "src/llama/process.ts",
    "src/prompt/nano/stand-ins.ts",
  ],
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  hash: false,
  sourcemap: true,
  dts: true,
  deps: {
    // The conformance suite runs under the vitest of whoever tests an engine with it.
    neverBundle: ["vitest"],
    // TypeBox is some six hundred small modules, which take far longer to load than the part used here. Its types
    // stay where they are.
    alwaysBundle: (id, importer) => /^typebox(\/|$)/.test(id) && !importer?.endsWith(".d.ts"),
    onlyBundle: ["typebox"],
  },
});
