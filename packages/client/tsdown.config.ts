import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts", browser: "src/browser.ts", nearest: "src/nearest/index.ts" },
  platform: "neutral",
  target: "es2023",
  fixedExtension: false,
  hash: false,
  sourcemap: true,
  dts: true,
  // A session is an AsyncDisposable, which Node's types bring along and those of browsers do not.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
});
