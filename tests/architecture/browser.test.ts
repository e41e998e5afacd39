import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { bundleForBrowser } from "./browser-bundle.ts";

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
    const chunks = await bundleForBrowser(entry, { format: "iife", globalName: "bundle" });
    const own = new Set(chunks.map(({ fileName }) => fileName));
    const imports = chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]);
    expect(imports.filter((name) => !own.has(name))).toEqual([]);

    const code = chunks.map((chunk) => chunk.code).join("\n");
    const context = createContext({ ...BROWSER_GLOBALS });
    const exported: unknown = runInContext(`${code}; bundle`, context, { timeout: 5_000 });
    expect(Object.keys(exported as object)).not.toEqual([]);
    expect(runInContext("typeof process + typeof Buffer + typeof require", context)).toBe(
      "undefined".repeat(3),
    );
  });
});
