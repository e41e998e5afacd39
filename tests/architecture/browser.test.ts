import { createContext, runInContext } from "node:vm";
import { build } from "tsdown";
import { describe, expect, it } from "vitest";
import { ROOT } from "./source-files.ts";

const ENTRIES = [
  { name: "@flint/protocol", entry: "packages/protocol/src/index.ts" },
  { name: "@flint/protocol/wire", entry: "packages/protocol/src/wire.ts" },
  { name: "@flint/client/browser", entry: "packages/client/src/browser.ts" },
];

/** What the bundles may expect of their surroundings: a browser's globals that Node has as well. */
const BROWSER_GLOBALS = {
  AbortController,
  AbortSignal,
  Blob,
  DOMException,
  Event,
  EventTarget,
  TextDecoder,
  TextEncoder,
  URL,
  WebAssembly,
  clearInterval,
  clearTimeout,
  console,
  crypto,
  fetch,
  performance,
  queueMicrotask,
  setInterval,
  setTimeout,
  structuredClone,
};

describe.each(ENTRIES)("$name", ({ entry }) => {
  it("bundles for a browser without a Node module and loads there", async () => {
    const { code, imports } = await bundleForBrowser(entry);
    expect(imports).toEqual([]);

    const context = createContext({ ...BROWSER_GLOBALS });
    const exported: unknown = runInContext(`${code}; bundle`, context, { timeout: 5_000 });
    expect(Object.keys(exported as object)).not.toEqual([]);
    expect(runInContext("typeof process + typeof Buffer + typeof require", context)).toBe(
      "undefined".repeat(3),
    );
  });
});

async function bundleForBrowser(entry: string): Promise<{ code: string; imports: string[] }> {
  const bundles = await build({
    config: false,
    cwd: ROOT,
    entry,
    platform: "browser",
    format: "iife",
    globalName: "bundle",
    write: false,
    dts: false,
    clean: false,
    logLevel: "error",
    deps: { alwaysBundle: [/./], onlyBundle: false },
    inputOptions: { resolve: { conditionNames: ["flint-source", "browser", "import", "default"] } },
  });
  const chunks = bundles.flatMap(({ chunks }) => chunks).filter((chunk) => chunk.type === "chunk");
  return {
    code: chunks.map(({ code }) => code).join("\n"),
    imports: chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]),
  };
}
